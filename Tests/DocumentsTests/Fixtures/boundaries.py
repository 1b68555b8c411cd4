"""Makes the boundary files beside it, with Python's standard library alone: python3 boundaries.py

Two made-up wards that share an edge, in metres of the British National Grid; the second has a lake
and an island.
"""
import os, sqlite3, struct, zipfile

DATE = (2026, 1, 1, 0, 0, 0)
WARDS = [
    ("T01", "Abbey", [[[(530000, 180000), (530000, 180400), (530500, 180400), (530500, 180000)]]]),
    ("T02", "Süd & West", [
        [[(530500, 180000), (530500, 180400), (531000, 180400), (531000, 180000)],
         [(530600, 180100), (530700, 180100), (530700, 180200), (530600, 180200)]],
        [[(531100, 180000), (531100, 180100), (531200, 180100), (531200, 180000)]],
    ]),
]
PRJ = ('PROJCS["British_National_Grid",GEOGCS["GCS_OSGB_1936",DATUM["D_OSGB_1936",'
       'SPHEROID["Airy_1830",6377563.396,299.3249646]],PRIMEM["Greenwich",0.0],'
       'UNIT["Degree",0.0174532925199433]],PROJECTION["Transverse_Mercator"],'
       'PARAMETER["False_Easting",400000.0],PARAMETER["False_Northing",-100000.0],'
       'PARAMETER["Central_Meridian",-2.0],PARAMETER["Scale_Factor",0.9996012717],'
       'PARAMETER["Latitude_Of_Origin",49.0],UNIT["Meter",1.0]]')


def closed(ring):
    return ring + ring[:1]


def box(points):
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return min(xs), min(ys), max(xs), max(ys)


def shapefile():
    records, index, offset = b"", b"", 50
    for number, (_, _, polygons) in enumerate(WARDS, 1):
        rings = [closed(ring) for polygon in polygons for ring in polygon]
        points = [p for ring in rings for p in ring]
        starts = [sum(len(r) for r in rings[:i]) for i in range(len(rings))]
        body = struct.pack("<i4dii", 5, *box(points), len(rings), len(points))
        body += struct.pack(f"<{len(starts)}i", *starts)
        body += b"".join(struct.pack("<2d", *p) for p in points)
        records += struct.pack(">ii", number, len(body) // 2) + body
        index += struct.pack(">ii", offset, len(body) // 2)
        offset += 4 + len(body) // 2
    everything = box([p for w in WARDS for polygon in w[2] for ring in polygon for p in ring])

    def head(size):
        return (struct.pack(">7i", 9994, 0, 0, 0, 0, 0, (100 + size) // 2)
                + struct.pack("<ii8d", 1000, 5, *everything, 0, 0, 0, 0))

    fields = [(b"WD_CD", 9), (b"WD_NM", 20)]
    table = struct.pack("<4BIHH20x", 3, 126, 1, 1, len(WARDS), 32 + 32 * len(fields) + 1, 30)
    for name, size in fields:
        table += struct.pack("<11sc4xBB14x", name, b"C", size, 0)
    table += b"\r"
    for code, title, _ in WARDS:
        table += b" " + code.encode().ljust(9) + title.encode().ljust(20)
    return {"shp": head(len(records)) + records, "shx": head(len(index)) + index,
            "dbf": table + b"\x1a", "prj": PRJ.encode(), "cpg": b"UTF-8"}


def pack(name, files):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as out:
        for path, data in files:
            out.writestr(zipfile.ZipInfo(path, DATE), data)


def geopackage(name):
    if os.path.exists(name):
        os.remove(name)
    db = sqlite3.connect(name)
    db.executescript("""
      PRAGMA application_id = 1196444487;
      PRAGMA user_version = 10200;
      CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
        organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
        definition TEXT NOT NULL, description TEXT);
      CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL,
        identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL
        DEFAULT '2026-01-01T00:00:00Z', min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
        srs_id INTEGER);
      CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,
        geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
        m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
      CREATE TABLE wards (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT, name TEXT, people INTEGER);
      CREATE TABLE beats (fid INTEGER PRIMARY KEY, geom BLOB, code TEXT);
      INSERT INTO gpkg_geometry_columns VALUES ('wards', 'geom', 'MULTIPOLYGON', 27700, 0, 0),
        ('beats', 'geom', 'MULTIPOLYGON', 27700, 0, 0);
      INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id)
        VALUES ('wards', 'features', 'wards', 27700), ('beats', 'features', 'beats', 27700);
    """)
    db.execute("INSERT INTO gpkg_spatial_ref_sys VALUES ('grid', 27700, 'EPSG', 27700, ?, '')", (PRJ,))
    for number, (code, title, polygons) in enumerate(WARDS, 1):
        shape = struct.pack("<BII", 1, 6, len(polygons))
        for polygon in polygons:
            shape += struct.pack("<BII", 1, 3, len(polygon))
            for ring in polygon:
                shape += struct.pack("<I", len(ring) + 1)
                shape += b"".join(struct.pack("<2d", *p) for p in closed(ring))
        blob = b"GP" + struct.pack("<BBi", 0, 1, 27700) + shape
        db.execute("INSERT INTO wards VALUES (?, ?, ?, ?, ?)",
                   (number, blob, code, title, None if number == 1 else 1041))
        if number == 1:
            db.execute("INSERT INTO beats VALUES (1, ?, 'B1')", (blob,))
    db.commit()
    db.execute("VACUUM")
    db.close()


parts = shapefile()
pack("wards-shp.zip", [(f"Wards/Wards.{end}", data) for end, data in parts.items()]
     + [("Wards/readme.txt", b"Two made-up wards.")])
pack("unplaced-shp.zip", [(f"WARDS.{end.upper()}", data) for end, data in parts.items() if end != "prj"])
pack("cut-shp.zip", [("wards.shp", parts["shp"][:300])] + [
    (f"wards.{end}", data) for end, data in parts.items() if end != "shp"])
geopackage("wards.gpkg")
