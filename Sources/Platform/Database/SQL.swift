/// A statement as a value: its text and the values bound to it, never mixed.
///
/// Written as a literal whose interpolations are bound:
///
///     let sql: SQL = "SELECT id, name FROM plan WHERE slug = \(slug) LIMIT \(50)"
///
/// The text is one for both engines: placeholders are `$1…`, and no engine's own syntax may appear
/// (`::` casts, `ILIKE`, `FOR UPDATE`, `IFNULL`); a driver rewrites only the placeholders.
public struct SQL: Sendable, Hashable {
  /// The text with `$1`, `$2`, … in order of appearance.
  public private(set) var text: String
  /// The bound values, the first for `$1`.
  public private(set) var values: [Value]

  /// A statement whose text is part of the program.
  public init(_ text: StaticString) {
    self.text = text.description
    values = []
  }

  /// A statement whose text comes from a file of the program, such as a migration.
  public init(trusted text: String) {
    self.text = text
    values = []
  }

  /// Joins a further fragment on, its placeholders renumbered.
  public static func + (left: SQL, right: SQL) -> SQL {
    var whole = left
    whole.append(right)
    return whole
  }

  /// Adds a further fragment, its placeholders renumbered.
  public mutating func append(_ fragment: SQL) {
    guard !fragment.values.isEmpty else {
      text += fragment.text
      return
    }
    text += fragment.renumbered(from: values.count)
    values += fragment.values
  }

  mutating func append(text more: String) { text += more }

  mutating func reserve(_ count: Int) { text.reserveCapacity(count) }

  mutating func bind(_ value: Value) {
    values.append(value)
    text += "$\(values.count)"
  }

  private func renumbered(from offset: Int) -> String {
    guard offset > 0 else { return text }
    return Placeholders.rewrite(text) { number in "$\(number + offset)" }
  }
}

extension SQL: ExpressibleByStringInterpolation {
  /// Gathers the text and the bound values of a literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    var sql = SQL(trusted: "")

    /// Begins an empty statement.
    public init(literalCapacity: Int, interpolationCount: Int) {
      sql.reserve(literalCapacity + 4 * interpolationCount)
    }

    /// Adds text of the program.
    public mutating func appendLiteral(_ literal: String) { sql.append(text: literal) }

    /// Binds a value.
    public mutating func appendInterpolation(_ value: some Bindable) { sql.bind(value.bound) }

    /// Binds a value, or null where there is none.
    public mutating func appendInterpolation<Bound: Bindable>(_ value: Bound?) {
      sql.bind(value?.bound ?? .null)
    }

    /// Puts a fragment in place, such as a list of columns kept beside the type that reads them.
    public mutating func appendInterpolation(_ fragment: SQL) { sql.append(fragment) }

    /// Binds each value of a list, with commas: `IN (\(list: ids))`; an empty list gives `NULL`.
    public mutating func appendInterpolation(list values: [some Bindable]) {
      guard !values.isEmpty else {
        sql.append(text: "NULL")
        return
      }
      for (index, value) in values.enumerated() {
        if index > 0 { sql.append(text: ", ") }
        sql.bind(value.bound)
      }
    }
  }

  /// The statement of a literal without interpolations.
  public init(stringLiteral text: String) { self.init(trusted: text) }

  /// The statement of a literal with interpolations.
  public init(stringInterpolation: StringInterpolation) { self = stringInterpolation.sql }
}
