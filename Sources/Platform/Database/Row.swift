public import Kernel

/// One row of a result, read once, in order, by the type it becomes.
///
///     init(row: inout Row) throws { id = try row.id(); name = try row.text() }
public struct Row: Sendable {
  private let values: [Value]
  private var next = 0

  /// The row a driver has read.
  public init(_ values: [Value]) { self.values = values }

  /// How many columns there are.
  public var count: Int { values.count }

  /// The next column as it is.
  public mutating func value() throws(DatabaseError) -> Value {
    guard next < values.count else { throw .shape("the row has \(values.count) columns") }
    next += 1
    return values[next - 1]
  }

  /// The next column as an integer.
  public mutating func int() throws(DatabaseError) -> Int {
    guard let value = try optionalInt() else { throw unexpected("an integer") }
    return value
  }

  /// The next column as an integer, or `nil` where it is null.
  public mutating func optionalInt() throws(DatabaseError) -> Int? {
    switch try value() {
    case .int(let number): Int(number)
    case .null: nil
    default: throw unexpected("an integer")
    }
  }

  /// The next column as a double; an integer is widened.
  public mutating func real() throws(DatabaseError) -> Double {
    guard let value = try optionalReal() else { throw unexpected("a number") }
    return value
  }

  /// The next column as a double, or `nil` where it is null.
  public mutating func optionalReal() throws(DatabaseError) -> Double? {
    switch try value() {
    case .real(let number): number
    case .int(let number): Double(number)
    case .null: nil
    default: throw unexpected("a number")
    }
  }

  /// The next column as text.
  public mutating func text() throws(DatabaseError) -> String {
    guard let value = try optionalText() else { throw unexpected("text") }
    return value
  }

  /// The next column as text, or `nil` where it is null.
  public mutating func optionalText() throws(DatabaseError) -> String? {
    switch try value() {
    case .text(let text): text
    case .null: nil
    default: throw unexpected("text")
    }
  }

  /// The next column as bytes.
  public mutating func bytes() throws(DatabaseError) -> [UInt8] {
    guard let value = try optionalBytes() else { throw unexpected("bytes") }
    return value
  }

  /// The next column as bytes, or `nil` where it is null.
  public mutating func optionalBytes() throws(DatabaseError) -> [UInt8]? {
    switch try value() {
    case .blob(let bytes): bytes
    case .null: nil
    default: throw unexpected("bytes")
    }
  }

  /// The next column, 0 or 1, as truth.
  public mutating func bool() throws(DatabaseError) -> Bool { try int() != 0 }

  /// The next column as the id of a record.
  public mutating func id<Entity>(_ entity: Entity.Type = Entity.self) throws(DatabaseError) -> ID<
    Entity
  > { ID(Int64(try int())) }

  /// The next column as the id of a record, or `nil` where it is null.
  public mutating func optionalID<Entity>(
    _ entity: Entity.Type = Entity.self
  ) throws(DatabaseError) -> ID<Entity>? { try optionalInt().map { ID(Int64($0)) } }

  /// The next column as a value written in text: a moment, a day, a period or an enum.
  public mutating func parsed<Result: LosslessStringConvertible>(
    _ type: Result.Type = Result.self
  ) throws(DatabaseError) -> Result {
    guard let value = Result(try text()) else { throw unexpected("\(Result.self)") }
    return value
  }

  /// The next column as a value written in text, or `nil` where it is null.
  public mutating func optionalParsed<Result: LosslessStringConvertible>(
    _ type: Result.Type = Result.self
  ) throws(DatabaseError) -> Result? {
    guard let text = try optionalText() else { return nil }
    guard let value = Result(text) else { throw unexpected("\(Result.self)") }
    return value
  }

  /// The next column as one of an enum's raw values.
  public mutating func choice<Choice: RawRepresentable<String>>(
    _ type: Choice.Type = Choice.self
  ) throws(DatabaseError) -> Choice {
    guard let value = Choice(rawValue: try text()) else { throw unexpected("\(Choice.self)") }
    return value
  }

  /// The next column as one of an enum's raw values, or `nil` where it is null.
  public mutating func optionalChoice<Choice: RawRepresentable<String>>(
    _ type: Choice.Type = Choice.self
  ) throws(DatabaseError) -> Choice? {
    guard let text = try optionalText() else { return nil }
    guard let value = Choice(rawValue: text) else { throw unexpected("\(Choice.self)") }
    return value
  }

  private func unexpected(_ wanted: String) -> DatabaseError {
    .shape("column \(next) is not \(wanted)")
  }
}
