internal import Design
internal import HTTP
internal import Kernel

/// The fields that change the grounds of a kind: one ground a row, and rows for new ones.
struct CriteriaForm {
  /// One row as it was filled in: the ground it was before, and what it is now.
  struct Row: Equatable {
    let earlier: Criterion?
    let title: String
    let least: Int?
    let most: Int?
    let isRepeat: Bool

    /// Whether the earlier ground stays as it is.
    var isSame: Bool {
      earlier.map { ($0.title, $0.least, $0.most, $0.isRepeat) == (title, least, most, isRepeat) }
        ?? false
    }
  }

  static let most = 20
  private static let scores = 0...999
  /// The rows for new grounds, by the words of their fields.
  static let added = ["new-1", "new-2", "new-3"]

  /// What stays, is changed or is added, in its order; what was emptied is left out.
  let rows: [Row]

  /// Reads it; a ground that the fields do not speak of stays as it is.
  init(_ fields: Fields, _ kind: ConferenceKind, repeats months: Int, _ form: inout FormReader) {
    var rows: [Row] = []
    for ground in kind.criteria {
      if fields[Self.field(ground.key)] == nil {
        rows.append(Self.row(ground))
      } else if let row = Self.row(ground.key, ground, fields, &form) {
        rows.append(row)
      }
    }
    rows += Self.added.compactMap { Self.row($0, nil, fields, &form) }
    self.rows = rows
    let first = Self.field(kind.criteria.first?.key ?? Self.added[0])
    if rows.isEmpty { form.refuse(first, "Leave one ground or more") }
    if rows.count > Self.most { form.refuse(first, "Leave \(Self.most) grounds or fewer") }
    if Set(rows.map { $0.title.lowercased() }).count < rows.count {
      form.refuse(first, "Give each ground other words")
    }
    if months == 0, rows.contains(where: \.isRepeat) {
      form.refuse("repeat", "Enter the months, or let no ground ask for an earlier referral")
    }
  }

  static func field(_ key: String, _ part: String = "") -> String {
    part.isEmpty ? "ground-\(key)" : "ground-\(key)-\(part)"
  }

  private static func row(_ ground: Criterion) -> Row {
    Row(
      earlier: ground, title: ground.title, least: ground.least, most: ground.most,
      isRepeat: ground.isRepeat)
  }

  /// `nil` where the row is empty.
  private static func row(
    _ key: String, _ earlier: Criterion?, _ fields: Fields, _ form: inout FormReader
  ) -> Row? {
    guard let title = form.optionalText(field(key), limit: 200) else { return nil }
    let least = score(field(key, "least"), &form)
    let most = score(field(key, "most"), &form)
    if let least, let most, most < least {
      form.refuse(field(key, "most"), "Enter a highest score of \(least) or more")
    }
    if most != nil, least == nil {
      form.refuse(field(key, "least"), "Enter the least score, or no highest one")
    }
    return Row(
      earlier: earlier, title: title, least: least, most: most,
      isRepeat: form.ticked(field(key, "repeat")))
  }

  private static func score(_ field: String, _ form: inout FormReader) -> Int? {
    guard let typed = form.optionalText(field, limit: 10) else { return nil }
    let value = Int(typed).flatMap { scores.contains($0) ? $0 : nil }
    if value == nil { form.refuse(field, "Enter a whole number from 0 to 999, or nothing") }
    return value
  }

  /// The values that show the grounds in the form.
  static func fields(_ grounds: [Criterion]) -> [(String, String)] {
    grounds.flatMap { ground in
      [
        (field(ground.key), ground.title),
        (field(ground.key, "least"), ground.least.map { String($0) } ?? ""),
        (field(ground.key, "most"), ground.most.map { String($0) } ?? ""),
      ] + (ground.isRepeat ? [(field(ground.key, "repeat"), "yes")] : [])
    }
  }
}
