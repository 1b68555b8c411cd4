internal import Commands
internal import Statistics

extension ExceptionReport {
  /// The report with its parameters, for `--json`.
  var json: JSON {
    [
      "source": .string(source), "period": .string(period), "headline": .string(headline),
      "version": .integer(version), "hash": .string(hash), "lastDay": .string(lastDay),
      "parameters": [
        "falseDiscoveryRate": .number(Self.falseDiscoveryRate),
        "boundChance": .number(SeriesTest.boundChance),
        "leastIncidentsInYears": .integer(SeriesTest.leastInYears),
        "leastIncidentsInWeeks": .integer(SeriesTest.leastInWeeks), "wards": JSON(edition),
      ],
      "tested": .integer(tested),
      "untested": .object(
        SeriesTest.Reason.allCases.map { .init($0.rawValue, .integer(untested[$0.rawValue] ?? 0)) }
      ),
      "unlocated": .integer(unlocated), "outside": .integer(outside), "undated": .integer(undated),
      "cautions": .array(cautions.map { .string($0) }),
      "lines": .array(lines.map(\.json)),
      "repeats": repeats.json,
    ]
  }
}

extension ExceptionReport.Line {
  fileprivate var json: JSON {
    [
      "ward": .string(ward), "code": .string(code), "category": .string(category),
      "observed": .integer(observed), "expected": .number(expected), "upper": .number(upper),
      "chance": .number(chance), "adjusted": .number(adjusted), "method": .string(method.rawValue),
      "since": .string(since), "run": .integer(run),
      "recent": .array(recent.map { JSON($0) }),
    ]
  }
}

extension RepeatLocations {
  fileprivate var json: JSON {
    [
      "leftOut": JSON(refusal), "days": .integer(Self.days), "least": .integer(Self.least),
      "places": .array(
        places.map { place in
          [
            "place": .string(place.place), "ward": .string(place.ward),
            "count": .integer(place.count),
            "categories": .array(place.categories.map { .string($0) }),
            "last": .string(place.last),
          ]
        }),
    ]
  }
}
