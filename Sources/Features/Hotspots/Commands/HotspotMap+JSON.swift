internal import Commands
internal import Geography
internal import Kernel
internal import Partnership
internal import Statistics

extension HotspotMap {
  /// The map as one JSON value: its parameters, its cells with incidents, what stands out.
  var json: JSON {
    let letters = letters
    return [
      "parameters": .object(parameterMembers), "headline": .string(headline),
      "events": .integer(events), "outside": .integer(outside), "unlocated": .integer(unlocated),
      "missing": .array(missing.map { .string($0.description) }),
      "hotspots": .array(hotspots.map(Self.json)),
      "former": .array(
        former.map { place in
          [
            "cells": .integer(place.cells.count), "count": .integer(place.count),
            "life": JSON(place.cycle.life?.rawValue),
            "stood": .array(place.cycle.stood.map { .bool($0) }),
            "wards": .array(place.wards.map { .string($0) }),
          ]
        }),
      "cells": .array(cells.map { .object(members(of: $0, letters)) }),
      "trackRecord": .array(
        (track?.lines ?? []).flatMap { line in
          line.shares.map { share in
            [
              "method": .string(line.name), "percentOfArea": .number(share.percent),
              "months": .integer(share.rounds), "hits": .integer(share.hits),
              "events": .integer(share.events), "hitRate": .number(share.hitRate),
              "pai": JSON(share.pai), "peiStar": JSON(share.peiStar),
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
    let (letters, mean) = (letters, mean)
    for cell in cells {
      let shade = JSON.Member("shade", .integer(CellSquare.step(cell.count, mean: mean)))
      writer.append(grid.square(cell.number), members(of: cell, letters) + [shade])
    }
    return writer.finish()
  }

  private func members(of cell: Cell, _ letters: [Int: String]) -> [JSON.Member] {
    let centre = grid.centre(cell.number)
    return [
      JSON.Member("easting", .number(centre.x)), JSON.Member("northing", .number(centre.y)),
      JSON.Member("count", .integer(cell.count)), JSON.Member("score", JSON(cell.score)),
      JSON.Member("q", JSON(cell.corrected)), JSON.Member("hotspot", JSON(letters[cell.number])),
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
      JSON.Member("harm", JSON(parameters.harm)),
      JSON.Member("version", .integer(version)),
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
      "life": JSON(spot.cycle.life?.rawValue),
      "stood": .array(spot.cycle.stood.map { .bool($0) }),
      "wards": .array(spot.wards.map { .string($0) }),
    ]
  }
}
