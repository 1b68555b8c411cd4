"""Made-up street files in the form of data.police.uk, drawn from a seed."""

import random

COLUMNS = [
    "Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location",
    "LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context",
]
KINDS = [
    ("Violence and sexual offences", 30), ("Anti-social behaviour", 15), ("Shoplifting", 9),
    ("Vehicle crime", 8), ("Public order", 8), ("Criminal damage and arson", 7),
    ("Other theft", 7), ("Burglary", 5), ("Drugs", 3), ("Other crime", 2), ("Robbery", 2),
    ("Theft from the person", 2), ("Bicycle theft", 1), ("Possession of weapons", 1),
]
OUTCOMES = [
    "Investigation complete; no suspect identified", "Unable to prosecute suspect",
    "Status update unavailable", "Court result unavailable", "Local resolution",
    "Awaiting court outcome", "Under investigation",
]
PLACES = 24_000
LSOAS = 2_400


def make(folder, rows, months=24):
    """Writes one file a month, as many rows in each; their paths.

    As in real files: some places see much more than others, four rows in a hundred have no place,
    three in a thousand repeat the id before them, and anti-social behaviour has neither id nor
    outcome.
    """
    folder.mkdir()
    chance = random.Random(1)
    places = [place(number, chance) for number in range(PLACES)]
    kinds = [kind for kind, weight in KINDS for _ in range(weight)]
    files = []
    for index in range(months):
        month = f"{2023 + index // 12}-{index % 12 + 1:02d}"
        files.append(folder / f"{month}-bench-street.csv")
        with files[-1].open("w") as out:
            out.write(",".join(COLUMNS) + "\n")
            last = ""
            for _ in range(rows // months):
                kind = kinds[chance.randrange(len(kinds))]
                line, last = row(month, kind, places, last, chance)
                out.write(line)
    return files


def row(month, kind, places, last, chance):
    identifier = outcome = ""
    if kind != "Anti-social behaviour":
        repeats = last and chance.random() < 0.003
        identifier = last if repeats else f"{chance.getrandbits(256):064x}"
        outcome = OUTCOMES[int(chance.random() ** 2 * len(OUTCOMES))]
    where = ",,No Location,,"
    if chance.random() >= 0.04:
        where = places[int(chance.random() ** 1.5 * len(places))]
    line = f"{identifier},{month},Bench Police,Bench Police,{where},{kind},{outcome},\n"
    return line, identifier or last


def place(number, chance):
    lsoa = number % LSOAS
    return (
        f"{-0.5 + chance.random():.6f},{51.3 + chance.random() * 0.4:.6f},"
        f"On or near Street {number % 9_000},E01{lsoa:06d},Borough {lsoa // 60} {lsoa % 60:03d}A"
    )
