"""What the sample pages show: two invented agencies, invented streets, figures of nobody."""

import datetime as dt

SHELL = {
    "demo": True,
    "search_url": "/",
    "sign_out_url": "/uitloggen/",
    "person": {
        "name": "I. Wiersema",
        "function": "Zaakbegeleider Schadedienst",
        "initials": "IW",
        "slot": "a",
    },
    "menu": [
        {"label": "Mijn werk", "url": "/", "count": 7},
        {"label": "Samenloop", "url": "/", "current": True},
        {"label": "Leveringen", "url": "/paar/"},
        {"label": "Cijfers", "url": "/formulier/"},
    ],
    "footer_menu": [{"label": "Toegankelijkheid", "url": "/"}, {"label": "Privacy en inzagelog", "url": "/"}],
}

GRADES = {
    "certain": "Zeker",
    "very_likely": "Zeer waarschijnlijk",
    "to_be_judged": "Te beoordelen",
    "conflicting": "Strijdig",
    "same_building": "Zelfde pand",
}
KINDS = {"legal": "Wettelijk", "factual": "Feitelijk"}

OVERLAPS = [
    {
        "address": address,
        "town": town,
        "grade": grade,
        "grade_label": GRADES[grade],
        "kind": kind,
        "kind_label": KINDS[kind],
        "first": first,
        "second": second,
        "phase": phase,
        "reason": reason,
        "urgent": urgent,
    }
    for address, town, grade, kind, first, second, phase, reason, urgent in [
        (
            "Borgweg 12",
            "9919 KL Loppersum",
            "certain",
            "legal",
            "VS-11873",
            "SM-204418",
            "Opname en beoordeling",
            "Beide registers noemen hetzelfde verblijfsobject, en postcode en huisnummer zijn gelijk.",
            True,
        ),
        (
            "Noorderstraat 4 A",
            "9901 BC Appingedam",
            "very_likely",
            "legal",
            "VS-11920",
            "SM-198230",
            "Versterkingsadvies",
            "Postcode, huisnummer en letter zijn gelijk; de straat is afgekort.",
            False,
        ),
        (
            "Grote Wierdeweg 118",
            "9932 AD Delfzijl",
            "to_be_judged",
            "legal",
            "VS-12004",
            "SM-220017",
            "Planvorming",
            "De toevoeging ontbreekt bij de schademelding en het pand heeft 24 woningen.",
            False,
        ),
        (
            "Kleine Wierdeweg 3 bis",
            "9932 AE Delfzijl",
            "conflicting",
            "factual",
            "VS-12011",
            "SM-220551",
            "Planvorming",
            "Het BAG-nummer wijst naar een ander huisnummer dan het adres.",
            False,
        ),
        (
            "Burgemeester Ottemaplein 9",
            "9791 CN Ten Boer",
            "same_building",
            "factual",
            "VS-12040",
            "SM-231102",
            "Afgerond",
            "Beide adressen liggen in één pand; het zijn verschillende woningen.",
            False,
        ),
    ]
]
TILES = [
    {
        "label": "Samenloop, wettelijk",
        "number": 1640,
        "unit": "adressen",
        "note": "van 26.919 in de versterking",
    },
    {"label": "Samenloop, feitelijk", "number": 7801, "unit": "adressen", "url": "/"},
    {"label": "Te beoordelen", "number": 212, "unit": "paren", "share": 64, "note": "64 % is beoordeeld"},
    {"label": "Acuut onveilig", "number": "minder dan 5", "unit": "", "note": "meldingen, stand 16 november"},
]
ROWS = [
    {
        "label": label,
        "cells": [{"text": a, "mark": m, "column": "VD"}, {"text": b, "mark": n, "column": "SD"}],
        "reference": r,
    }
    for label, a, m, b, n, r in [
        ("Straat", "Grote Wierdeweg", "same", "Gr. Wierdeweg", "differs", "Grote Wierdeweg"),
        ("Huisnummer", "118", "same", "118", "same", "118"),
        ("Toevoeging", "14", "same", "", "missing", "14"),
        ("Postcode", "9932 AD", "same", "9932 AD", "same", "9932 AD"),
        ("Woonplaats", "Delfzijl", "same", "Delfzijl", "same", "Delfzijl"),
        ("BAG-nummer", "0010010000123456", "same", "", "missing", "0010010000123456"),
        ("Fase of status", "Planvorming", "", "Adviesrapport", "", ""),
    ]
]
TASKS = [
    {
        "label": "Beoordeel 12 paren in Delfzijl",
        "url": "/paar/",
        "note": "morgen, 17 november",
        "late": True,
        "status": "todo",
    },
    {"label": "Herstel 3 regels van de levering van 9 november", "url": "/paar/", "status": "busy"},
    {"label": "Nieuwe levering inlezen", "note": "wacht op het adressenbestand", "status": "blocked"},
    {"label": "Adressenbestand van oktober", "status": "done"},
]
QUARANTINE = [
    {
        "line": 1204,
        "column": "huisnummer",
        "value": "12 t/o",
        "reason": "Een huisnummer is een getal.",
        "mend": "Vul 12 in en zet ‘t/o’ bij de toevoeging.",
        "status": "attention",
        "status_label": "Te herstellen",
        "url": "/paar/",
    },
    {
        "line": 3310,
        "column": "bag_id",
        "value": "1,94E+15",
        "reason": "Een rekenblad heeft dit nummer afgerond; het is niet terug te halen.",
        "mend": "Lever deze regel opnieuw, met het nummer als tekst.",
        "status": "refused",
    },
]
EVENTS = [
    {
        "title": "Paar bevestigd",
        "on": dt.date(2026, 11, 12),
        "text": "Beide dossiers gaan over appartement 14.",
        "by": "S. Postma",
        "icon": "checks",
        "organisation": "Samen",
        "slot": "c",
    },
    {
        "title": "Levering gelezen",
        "on": dt.date(2026, 11, 9),
        "text": "250.000 regels, 41 apart gezet.",
        "by": "I. Wiersema",
        "icon": "upload",
        "organisation": "SD",
        "slot": "a",
    },
    {
        "title": "Fase veranderd in Planvorming",
        "on": dt.date(2026, 10, 2),
        "by": "de levering van 2 oktober",
        "icon": "tool",
        "organisation": "VD",
        "slot": "b",
    },
    {
        "title": "Adres toegevoegd aan het programma",
        "on": dt.date(2026, 3, 27),
        "by": "de gemeente",
        "icon": "building-community",
        "organisation": "Gemeente",
        "slot": "d",
    },
    {"title": "Adres gesplitst in het adressenbestand", "on": dt.date(2025, 8, 1), "icon": "map-pin"},
]
PAIR = {
    "trail": [
        {"label": "Samenloop", "url": "/"},
        {"label": "Delfzijl", "url": "/"},
        {"label": "VS-12004 en SM-220017"},
    ],
    "tabs": [
        {"label": "Vergelijking", "url": "/paar/", "current": True},
        {"label": "Regels", "url": "/paar/", "count": 2},
        {"label": "Geschiedenis", "url": "/paar/", "count": 5},
    ],
    "columns": [{"name": "VD", "slot": "b"}, {"name": "SD", "slot": "a"}, {"name": "BAG"}],
    "rows": ROWS,
    "grade": "to_be_judged",
    "grade_label": "Te beoordelen",
    "kind": "legal",
    "kind_label": "Wettelijk",
    "tasks": TASKS,
    "quarantine": QUARANTINE,
    "events": EVENTS,
    "damage": [
        {"label": "Kenmerk", "value": "SM-220017"},
        {"label": "Ontvangen", "value": "12 maart 2026"},
        {"label": "Besluit uiterlijk", "value": "17 december 2026", "note": "nog 29 dagen"},
    ],
    "strengthening": [
        {"label": "Kenmerk", "value": "VS-12004"},
        {"label": "Programma", "value": "LPA Eemsdelta 2026"},
        {"label": "Eigenaar", "value": "vereniging van eigenaars"},
    ],
    "damage_steps": [
        {"label": "Melding", "state": "done", "note": "12 mrt 2026"},
        {"label": "Opname", "state": "done", "note": "20 mei 2026"},
        {"label": "Advies\u00adrapport", "state": "current", "note": "verwacht 3 dec"},
        {"label": "Besluit", "state": "todo"},
    ],
    "strengthening_steps": [
        {"label": "Opname", "state": "done"},
        {"label": "Advies", "state": "done"},
        {"label": "Plan\u00advorming", "state": "current", "note": "gestart"},
        {"label": "Uitvoering", "state": "todo"},
    ],
}
