internal import Commands
internal import Geography
internal import Kernel
internal import Statistics

extension HotspotMap {
  /// The map as one JSON value: its parameters, its cells with incidents, what stands out.
  var json: JSON {
    [
      "parameters": .object(parameterMembers), "headline": .string(headline),
      "events": .integer(events), "outside": .integer(outside), "unlocated": .integer(unlocated),
      "missing": .array(missing.map { .string($0.description) }),
      "hotspots": .array(hotspots.map(Self.json)),
      "cells": .array(shown.map { .object(members(of: $0)) }),
      "trackRecord": .array(
        (track?.lines ?? []).flatMap { line in
          line.shares.map { share in
            [
              "method": .string(line.name), "percentOfArea": .number(share.percent),
              "months": .integer(share.record.rounds.count { $0 != nil }),
              "hitRate": .number(share.record.hitRate), "pai": JSON(share.record.pai),
              "peiStar": JSON(share.record.peiStar),
            ]
          }
        }),
    ]
  }

  /// The cells with incidents as squares, with the parameters beside them; opens in QGIS.
  func geoJSON() throws -> [UInt8] {
    var writer = GeoJSONWriter(
      grid: try NationalGrid(),
      members: [
        JSON.Member("name", .string(headline)),
        JSON.Member("parameters", .object(parameterMembers)),
      ])
    for cell in shown { writer.append(square(cell), members(of: cell)) }
    return writer.finish()
  }

  /// A cell as a shape.
  func square(_ cell: Int) -> MultiPolygon {
    let centre = grid.centre(cell)
    let half = grid.cell / 2
    return MultiPolygon(
      BoundingBox(
        from: GridPoint(easting: centre.x - half, northing: centre.y - half),
        to: GridPoint(easting: centre.x + half, northing: centre.y + half)))
  }

  /// Cells with incidents, or that stand out.
  private var shown: [Int] {
    let letters = letters
    return counts.indices.filter { counts[$0] > 0 || letters[$0] != nil }
  }

  private func members(of cell: Int) -> [JSON.Member] {
    let centre = grid.centre(cell)
    return [
      JSON.Member("easting", .number(centre.x)), JSON.Member("northing", .number(centre.y)),
      JSON.Member("count", .integer(counts[cell])), JSON.Member("score", .number(scores[cell])),
      JSON.Member("q", corrected.isEmpty ? .null : .number(corrected[cell])),
      JSON.Member("hotspot", JSON(letters[cell])),
    ]
  }

  private var parameterMembers: [JSON.Member] {
    let common: [JSON.Member] = [
      JSON.Member("source", .string(parameters.source)),
      JSON.Member("method", .string(parameters.method.rawValue)),
      JSON.Member("category", JSON(parameters.category)),
      JSON.Member("from", .string(parameters.months.lowerBound.description)),
      JSON.Member("to", .string(parameters.months.upperBound.description)),
      JSON.Member("cell", .number(parameters.cell)), JSON.Member("crs", .string("EPSG:27700")),
      JSON.Member("cellsStudied", .integer(grid.studied)),
      JSON.Member("version", .integer(HotspotParameters.version)),
      JSON.Member("input", .string(hash)),
    ]
    let own: [JSON.Member] =
      switch parameters.method {
      case .gi:
        [
          JSON.Member("permutations", .integer(parameters.permutations)),
          JSON.Member("seed", .integer(Int(HotspotParameters.seed))),
          JSON.Member("falseDiscoveryRate", .number(HotspotParameters.falseDiscoveries)),
        ]
      case .kde:
        [
          JSON.Member("reach", .number(parameters.reach)),
          JSON.Member("densestPercent", .number(HotspotParameters.densestPercent)),
        ]
      case .clusters:
        [
          JSON.Member("reach", .number(parameters.reach)),
          JSON.Member(
            "minimum", .integer(HotspotParameters.clusterMinimum(of: events + outside))),
        ]
      }
    return common + own
  }

  private static func json(_ spot: Hotspot) -> JSON {
    [
      "letter": .string(spot.letter), "count": .integer(spot.count), "before": JSON(spot.before),
      "easting": .number(spot.centre.easting.rounded()),
      "northing": .number(spot.centre.northing.rounded()),
      "radius": .number(spot.radius.rounded()), "cells": .integer(spot.cells.count),
      "peak": JSON(spot.peak), "chance": JSON(spot.chance),
      "wards": .array(spot.wards.map { .string($0) }),
    ]
  }
}
