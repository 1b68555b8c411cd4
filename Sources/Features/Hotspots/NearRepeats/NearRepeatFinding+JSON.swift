internal import Commands
internal import Kernel
internal import Partnership
internal import Statistics

extension NearRepeatFinding {
  /// The test as one JSON value: its parameters, its tables, and the margins they come from.
  var json: JSON {
    [
      "parameters": [
        "distances": .array(parameters.bands.distances.map { .number($0) }),
        "days": .array(parameters.bands.times.map { .integer($0) }),
        "metric": parameters.bands.metric == .manhattan ? "manhattan" : "euclidean",
        "permutations": .integer(parameters.permutations),
        "seed": .integer(Int(clamping: parameters.seed)),
        "place": .string(parameters.precision.place.rawValue),
        "time": .string(parameters.precision.time.rawValue),
        "version": .integer(NearRepeatParameters.version),
      ],
      "events": .integer(events), "from": .string(days.lowerBound.description),
      "to": .string(days.upperBound.description), "pairs": .integer(knox.pairs),
      "pairsByDistance": .array(knox.pairsByDistance.map { .integer($0) }),
      "pairsByTime": .array(knox.pairsByTime.map { .integer($0) }),
      "samePlace": .array(table.samePlace.map(Self.json)),
      "near": .array(table.near.map(Self.json)),
      "headline": .string(headline), "samePlaceHeadline": JSON(samePlaceHeadline),
    ]
  }

  private static func json(_ row: NearRepeat.Row) -> JSON {
    [
      "metresFrom": .number(row.distance.lowerBound),
      "metresBelow": .number(row.distance.upperBound),
      "daysFrom": .integer(row.time.lowerBound), "daysBelow": .integer(row.time.upperBound),
      "observed": .integer(row.observed), "expected": .number(row.expected),
      "ratio": JSON(row.ratio), "p": .number(row.p), "notable": .bool(row.isNotable),
    ]
  }
}
