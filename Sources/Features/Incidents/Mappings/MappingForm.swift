internal import HTTP
internal import Partnership

/// The fields of a mapping's form: what was posted as a mapping, and a mapping as fields.
struct MappingForm {
  /// How many columns a role may have on the page.
  static func places(of role: Mapping.Role) -> Int {
    switch role {
    case .category, .from, .to: 2
    case .reference, .x, .y, .area, .location, .outcome: 1
    }
  }

  /// The name of the field of a role's column.
  static func field(_ role: Mapping.Role, _ place: Int) -> String {
    place == 0 ? role.rawValue : "\(role.rawValue)-\(place + 1)"
  }

  /// The mapping that was posted, whatever is wrong with it.
  let mapping: Mapping
  /// The version it was edited from; 0 for a new one.
  let version: Int
  /// Lines of the renames that are none.
  private let strayRenames: Bool

  /// Reads what was posted; `key` is that of the mapping that is edited.
  init(_ fields: Fields, key: String?) {
    var form = FormReader(fields)
    var mapping = Mapping()
    mapping.key = key ?? form.optionalText("key") ?? ""
    mapping.title = form.optionalText("title") ?? ""
    mapping.force = form.optionalText("force") ?? ""
    mapping.rows = Self.choice(fields, "rows", .events)
    mapping.separator = Self.choice(fields, "separator", .comma)
    mapping.sheet = form.optionalText("sheet") ?? ""
    mapping.place = Self.choice(fields, "place", .exact)
    mapping.time = Self.choice(fields, "time", .minute)
    for role in Mapping.Role.allCases {
      mapping[role] = (0..<Self.places(of: role)).compactMap { place in
        form.optionalText(Self.field(role, place))
      }
    }
    mapping.dates = form.optionalText("dates") ?? ""
    mapping.zone = Self.choice(fields, "zone", .london)
    mapping.system = form.optionalText("system") ?? ""
    mapping.plane = form.optionalText("plane") ?? Mapping.britishGrid
    mapping.mayLieAtSea = form.ticked("mayLieAtSea")
    mapping.otherwise = form.optionalText("otherwise") ?? ""
    let lines = (form.optionalText("renames", limit: 20_000) ?? "").split(
      whereSeparator: \.isNewline)
    var strayRenames = false
    for line in lines {
      let sides = line.split(separator: "=", maxSplits: 1).map(Self.trimmed)
      if sides.count == 2, !sides[0].isEmpty, !sides[1].isEmpty {
        mapping.renames[sides[0]] = sides[1]
      } else if !Self.trimmed(line).isEmpty {
        strayRenames = true
      }
    }
    self.mapping = mapping
    self.strayRenames = strayRenames
    version = Int(fields["version"] ?? "") ?? 0
  }

  /// Throws what is wrong with it, field by field.
  func check(_ saving: MappingSaving) throws {
    if strayRenames {
      throw Refusal("renames", "Write each line as: word in the file = category")
    }
    try saving.check(mapping)
  }

  /// A mapping as the fields of its form.
  static func fields(_ mapping: Mapping, version: Int) -> Fields {
    var fields = [
      ("key", mapping.key), ("title", mapping.title), ("force", mapping.force),
      ("rows", mapping.rows.rawValue),
      ("separator", mapping.separator.rawValue), ("sheet", mapping.sheet),
      ("place", mapping.place.rawValue), ("time", mapping.time.rawValue),
      ("dates", mapping.dates), ("zone", mapping.zone.rawValue), ("system", mapping.system),
      ("plane", mapping.plane), ("otherwise", mapping.otherwise),
      (
        "renames",
        mapping.renames.sorted { $0.key < $1.key }.map { "\($0.key) = \($0.value)" }
          .joined(separator: "\n")
      ), ("version", String(version)),
    ]
    for role in Mapping.Role.allCases {
      for (place, heading) in mapping[role].enumerated() {
        fields.append((field(role, place), heading))
      }
    }
    if mapping.mayLieAtSea { fields.append(("mayLieAtSea", "yes")) }
    return Fields(fields)
  }

  private static func choice<Choice: RawRepresentable<String>>(
    _ fields: Fields, _ name: String, _ usual: Choice
  ) -> Choice {
    fields[name].flatMap(Choice.init(rawValue:)) ?? usual
  }

  private static func trimmed(_ text: some StringProtocol) -> String {
    text.split(separator: " ").joined(separator: " ")
  }
}
