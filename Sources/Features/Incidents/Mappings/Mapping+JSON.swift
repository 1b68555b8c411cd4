internal import Commands
internal import FoundationEssentials
internal import Partnership

/// The form mappings are kept in and exchanged by: the keys of the page's fields.
extension Mapping {
  /// Everything a mapping says, so that another program reads the same.
  var json: JSON {
    let columns = Role.allCases.compactMap { role -> JSON.Member? in
      let headings = self[role].map(JSON.string)
      guard let first = headings.first else { return nil }
      return .init(role.rawValue, headings.count == 1 ? first : .array(headings))
    }
    let renames = renames.sorted { $0.key < $1.key }.map { JSON.Member($0.key, .string($0.value)) }
    return [
      "key": .string(key), "title": .string(title), "force": .string(force),
      "rows": .string(rows.rawValue),
      "separator": .string(separator.rawValue), "sheet": .string(sheet),
      "place": .string(place.rawValue), "time": .string(time.rawValue),
      "columns": .object(columns), "dates": .string(dates), "zone": .string(zone.rawValue),
      "system": .string(system), "plane": .string(plane), "mayLieAtSea": .bool(mayLieAtSea),
      "renames": .object(renames), "otherwise": .string(otherwise),
    ]
  }

  /// Reads the form; what is left out is as usual, and a key that is not known is refused.
  init(json text: String) throws(MappingProblem) {
    do { self = try JSONDecoder().decode(Self.self, from: Data(text.utf8)) } catch {
      throw MappingProblem(decoding: error)
    }
  }
}

extension Mapping: Decodable {
  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  private static let keys: Set = [
    "key", "title", "force", "rows", "separator", "sheet", "place", "time", "columns", "dates",
    "zone",
    "system", "plane", "mayLieAtSea", "renames", "otherwise",
  ]

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    if let stray = values.allKeys.first(where: { !Self.keys.contains($0.stringValue) }) {
      throw MappingProblem(
        "“\(stray.stringValue)” is none of: " + Self.keys.sorted().joined(separator: ", "))
    }
    func text(_ key: String) throws -> String? {
      try values.decodeIfPresent(String.self, forKey: Key(stringValue: key))
    }
    func choice<Choice: RawRepresentable<String> & CaseIterable>(
      _ key: String, _ usual: Choice
    ) throws -> Choice {
      guard let word = try text(key) else { return usual }
      guard let choice = Choice(rawValue: word) else {
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        throw MappingProblem("“\(key)”: “\(word)” is none of: \(known)")
      }
      return choice
    }
    self.init()
    key = try text("key") ?? ""
    title = try text("title") ?? ""
    force = try text("force") ?? ""
    rows = try choice("rows", rows)
    separator = try choice("separator", separator)
    sheet = try text("sheet") ?? ""
    place = try choice("place", place)
    time = try choice("time", time)
    dates = try text("dates") ?? ""
    zone = try choice("zone", zone)
    system = try text("system") ?? ""
    plane = try text("plane") ?? plane
    otherwise = try text("otherwise") ?? ""
    mayLieAtSea =
      try values.decodeIfPresent(Bool.self, forKey: Key(stringValue: "mayLieAtSea")) ?? false
    renames =
      try values.decodeIfPresent([String: String].self, forKey: Key(stringValue: "renames")) ?? [:]
    let named =
      try values.decodeIfPresent([String: Headings].self, forKey: Key(stringValue: "columns"))
      ?? [:]
    for (word, headings) in named {
      guard let role = Role(rawValue: word) else {
        let known = Role.allCases.map(\.rawValue).joined(separator: ", ")
        throw MappingProblem("“columns”: “\(word)” is none of: \(known)")
      }
      self[role] = headings.all
    }
  }

  /// One heading, or several in a list.
  private struct Headings: Decodable {
    let all: [String]

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let one = try? value.decode(String.self) {
        all = one.isEmpty ? [] : [one]
      } else {
        all = try value.decode([String].self)
      }
    }
  }
}
