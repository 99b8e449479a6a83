"""A site with one of everything, in a real browser and under the strict policy of the product."""

import gzip
import re
import subprocess
import sys
import urllib.request
from pathlib import Path
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.journey

PAGES = {"list": "/", "pair": "/paar/", "form": "/formulier/", "sign-in": "/inloggen/", "not-found": "/weg/"}
WIDTHS = (390, 768, 1440)

# What the browser and htmx say of an answer with an error, which some tests ask for.
EXPECTED = ("Failed to load resource", "Response Status Error Code 500 from /storing/")


@pytest.fixture(scope="session")
def base_url(tmp_path_factory):
    """The address of the sample site, in a process and with settings of its own."""
    script = Path(__file__).with_name("sample_site.py")
    command = [sys.executable, script, tmp_path_factory.mktemp("static")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        yield process.stdout.readline().strip()
        process.terminate()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    return {
        **browser_type_launch_args,
        "executable_path": "/usr/bin/chromium",
        "args": ["--no-sandbox", "--disable-dev-shm-usage"],
    }


@pytest.fixture
def page(page):
    """A page whose console stays silent: no broken policy, no script that fails."""
    said = []
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    yield page
    assert [text for text in said if not text.startswith(EXPECTED)] == []


def violations(page):
    return Axe().run(page).generate_report()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_a_page_is_accessible_and_fits(page, address, width):
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(address)

    assert violations(page) == "Found 0 accessibility violations:\n"
    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_the_pages_are_served_under_the_strict_policy(page):
    policy = page.goto("/").headers["content-security-policy"]

    assert sorted(policy.split("; ")) == [
        "base-uri 'none'",
        "connect-src 'self'",
        "default-src 'none'",
        "font-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "img-src 'self' data:",
        "script-src 'self'",
        "style-src 'self'",
    ]


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_the_first_tab_leads_past_the_header(page, address):
    page.goto(address)

    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Direct naar de inhoud")).to_be_focused()

    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_a_form_with_errors_says_per_field_what_is_wrong(page):
    page.goto("/formulier/")

    page.get_by_role("button", name="Lees het bestand").click()

    summary = page.get_by_role("alert")
    expect(summary.get_by_role("link")).to_have_text(
        [
            "Naam van de levering",
            "Stand op",
            "Organisatie",
            "Gaat dit over dezelfde woning?",
            "Ik heb de gegevens gecontroleerd",
        ]
    )
    expect(page.get_by_label("Naam van de levering")).to_have_accessible_description(
        "Bijvoorbeeld: november 2026. Dit veld is verplicht."
    )
    expect(page.get_by_role("group", name="Gaat dit over dezelfde woning?")).to_have_accessible_description(
        "U kunt uw oordeel later herzien. Dit veld is verplicht."
    )
    assert violations(page) == "Found 0 accessibility violations:\n"

    summary.get_by_role("link", name="Gaat dit over dezelfde woning?").click()
    expect(page.get_by_label("Ja, dezelfde woning")).to_be_focused()


def test_a_dialog_takes_the_focus_keeps_errors_and_gives_the_focus_back(page):
    page.goto("/paar/")
    opener = page.get_by_role("button", name="Andere woning")

    opener.click()
    dialog = page.get_by_role("dialog", name="Waarom is dit een andere woning?")
    expect(dialog.get_by_role("heading")).to_be_focused()
    dialog.get_by_role("button", name="Leg vast").click()
    expect(dialog.get_by_label("Waarom denkt u dat?")).to_be_focused()
    assert violations(page) == "Found 0 accessibility violations:\n"

    dialog.get_by_label("Waarom denkt u dat?").fill("De bel hangt aan de andere kant.")
    dialog.get_by_role("button", name="Leg vast").click()

    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()
    expect(page.get_by_role("status")).to_contain_text("Uw oordeel is vastgelegd.")
    assert violations(page) == "Found 0 accessibility violations:\n"


def test_a_dialog_can_be_left_with_its_button_and_with_escape(page):
    page.goto("/paar/")
    opener = page.get_by_role("button", name="Andere woning")

    for leave in (
        lambda: page.get_by_role("button", name="Annuleer").click(),
        lambda: page.keyboard.press("Escape"),
    ):
        opener.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        leave()
        expect(page.get_by_role("dialog")).to_be_hidden()
        expect(opener).to_be_focused()


def test_who_waits_in_vain_is_told_and_can_put_the_message_away(page):
    page.goto("/paar/")

    page.get_by_role("button", name="Toon meer").click()
    expect(page.get_by_role("status")).to_contain_text("Dat is niet gelukt.")
    page.get_by_role("button", name="Sluit deze melding").click()

    expect(page.get_by_role("status")).to_be_empty()


def test_the_account_menu_opens_and_closes_by_keyboard(page):
    page.goto("/")
    menu = page.locator("details.lp-me summary")

    menu.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Uitloggen")).to_be_visible()
    assert violations(page) == "Found 0 accessibility violations:\n"
    page.keyboard.press("Escape")

    expect(page.get_by_role("button", name="Uitloggen")).to_be_hidden()
    expect(menu).to_be_focused()


def test_every_organisation_has_a_shape_of_its_own(page):
    page.goto("/formulier/")

    shapes = page.locator("main .lp-org").evaluate_all(
        "all => all.map(e => getComputedStyle(e).borderRadius)"
    )

    assert len(shapes) == 5
    assert len(set(shapes)) == 5


def test_on_a_phone_a_row_is_a_card_with_its_labels(page):
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto("/")
    row = page.locator("tbody tr").first

    labels = row.locator("td").evaluate_all("all => all.map(e => getComputedStyle(e, '::before').content)")

    assert labels == ['"Graad"', '"Soort"', '"Kenmerken"', '"Fase"', '"Waarom"']
    expect(page.locator("thead")).to_be_hidden()


def test_on_paper_nothing_is_left_to_click(page):
    page.goto("/")
    page.emulate_media(media="print")

    expect(page.get_by_role("heading", name="Samenloop")).to_be_visible()
    expect(page.get_by_role("table")).to_be_visible()
    expect(page.get_by_role("banner")).to_be_hidden()
    expect(page.get_by_role("search")).to_be_hidden()
    expect(page.locator(".lp-filters")).to_be_hidden()
    expect(page.get_by_role("link", name="Exporteer")).to_be_hidden()


def test_filters_work_without_scripts(browser, base_url):
    with browser.new_context(java_script_enabled=False, base_url=base_url) as context:
        page = context.new_page()
        page.goto("/")

        page.get_by_label("Graad").select_option("Strijdig")
        page.get_by_role("button", name="Toon").click()

        assert page.url == f"{base_url}/?municipality=E&phase=&grade=conflicting&kind=&order=adres"


def test_large_numbers_are_grouped_as_in_dutch(page):
    page.goto("/")

    expect(page.get_by_role("navigation", name="Bladeren")).to_contain_text("paren 1–50 van 7.801")
    expect(page.locator(".lp-tile__figure")).to_have_text(
        ["1.640 adressen", "7.801 adressen", "212 paren", "minder dan 5"]
    )


@pytest.mark.parametrize(
    ("address", "status", "heading"),
    [
        ("/onleesbaar/", 400, "Wij konden dit verzoek niet lezen"),
        ("/verboden/", 403, "Dit mag u niet doen"),
        ("/weg/", 404, "Deze pagina is er niet, of is niet voor u"),
        ("/storing/", 500, "Er ging iets mis bij ons"),
    ],
)
def test_an_error_page_says_what_happened(page, address, status, heading):
    answer = page.goto(address)

    assert answer.status == status
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    assert violations(page) == "Found 0 accessibility violations:\n"


def test_a_form_that_has_expired_says_so(page):
    page.goto("/formulier/")
    page.context.clear_cookies()

    page.get_by_role("button", name="Lees het bestand").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Dit formulier is verlopen")


def test_the_styles_and_scripts_of_a_page_weigh_at_most_80_kilobytes(base_url):
    with urllib.request.urlopen(base_url) as answer:  # noqa: S310
        markup = answer.read().decode()
    loaded = re.findall(r'<link rel="stylesheet" href="([^"]+)"|<script[^>]* src="([^"]+)"', markup)

    weight = sum(packed_size(urljoin(base_url, style or script)) for style, script in loaded)

    assert len(loaded) == 13
    assert weight <= 80_000


def packed_size(address):
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})  # noqa: S310
    with urllib.request.urlopen(request) as answer:  # noqa: S310
        packed = answer.read()
    assert gzip.decompress(packed)
    return len(packed)
