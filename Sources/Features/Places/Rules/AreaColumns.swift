internal import Documents
internal import Partnership

/// Which columns of a boundary file hold the areas' codes and names.
///
/// The Office for National Statistics names them after the kind and the year, such as `WD13CD` and
/// `WD13NM`; other publishers have names of their own, so that a column is also known by its values.
struct AreaColumns: Equatable {
  let code: String
  let name: String
  /// The year the code column's name speaks of.
  let edition: Int?

  /// Why no columns could be told.
  enum Fault: Error, Equatable {
    case noColumn(String)
    case noCodes
  }

  init(code: String, name: String, edition: Int?) {
    self.code = code
    self.name = name
    self.edition = edition
  }

  /// Finds the columns among those of a file's areas; those that were named must be there.
  init(
    of features: [BoundaryFeature], _ kind: AreaKind, code named: String?, name: String?
  ) throws(Fault) {
    var columns: [String] = []
    for feature in features {
      for attribute in feature.attributes where !columns.contains(attribute.name) {
        columns.append(attribute.name)
      }
    }
    let find = { (wanted: String) in columns.first { $0.lowercased() == wanted.lowercased() } }
    if let named, find(named) == nil { throw .noColumn(named) }
    if let name, find(name) == nil { throw .noColumn(name) }
    guard let code = named.flatMap(find) ?? Self.code(among: columns, features, kind) else {
      throw .noCodes
    }
    self.code = code
    self.name = name.flatMap(find) ?? Self.name(among: columns, code, kind) ?? code
    edition = OfficialColumn(code)?.year
  }

  /// The column that is named as the kind's codes are, or else one whose values all are such codes.
  private static func code(
    among columns: [String], _ features: [BoundaryFeature], _ kind: AreaKind
  ) -> String? {
    let official = columns.first { OfficialColumn($0)?.isCode(of: kind) == true }
    if let official { return official }
    let coded = columns.filter { column in
      features.allSatisfy { $0[column].map(AreaCode.isOfficial) == true }
    }
    let ofKind = coded.first { column in
      features.allSatisfy { $0[column].map { AreaCode.kinds(of: $0).contains(kind) } == true }
    }
    if let found = ofKind ?? coded.first { return found }
    let usual = ["code", "\(kind.rawValue)_code", "\(kind.rawValue)code", "gss_code", "id"]
    return columns.first { usual.contains($0.lowercased()) }
  }

  private static func name(
    among columns: [String], _ code: String, _ kind: AreaKind
  ) -> String? {
    if let official = OfficialColumn(code) {
      let name = official.nameColumn
      if let found = columns.first(where: { $0.uppercased() == name }) { return found }
    }
    let usual = ["name", "\(kind.rawValue)_name", "\(kind.rawValue)", "\(kind.rawValue)name"]
    if let found = columns.first(where: { usual.contains($0.lowercased()) }) { return found }
    return columns.first { column in
      let lower = column.lowercased()
      return column != code && (lower.hasSuffix("name") || lower == "district" || lower == "title")
    }
  }
}

/// A column named as the Office for National Statistics names codes: `WD13CD`, `LSOA21CD`.
struct OfficialColumn {
  private let letters: String
  private let digits: String

  init?(_ column: String) {
    let upper = column.uppercased()
    guard upper.hasSuffix("CD"), upper.count > 4 else { return nil }
    let stem = upper.dropLast(2)
    digits = String(stem.suffix(2))
    letters = String(stem.dropLast(2))
    guard digits.allSatisfy(\.isNumber), !letters.isEmpty, letters.allSatisfy(\.isLetter) else {
      return nil
    }
  }

  /// The year its two digits stand for; nothing of the kind is older than 1981.
  var year: Int? { Int(digits).map { $0 >= 81 ? 1900 + $0 : 2000 + $0 } }
  /// The column of the names.
  var nameColumn: String { "\(letters)\(digits)NM" }

  func isCode(of kind: AreaKind) -> Bool {
    switch kind {
    case .borough: ["LAD", "LTLA", "UTLA"].contains(letters)
    case .ward: ["WD", "CMWD"].contains(letters)
    case .lsoa: letters == "LSOA"
    case .msoa: letters == "MSOA"
    case .neighbourhood, .hotspot: false
    }
  }
}
