public import Kernel

/// One row of a result, read once, in order, by the type it becomes.
///
///     init(row: inout Row) throws { id = try row.id(); name = try row.text() }
///
/// It is lent to the closure that reads it and cannot be kept.
public struct Row: ~Copyable {
  private let source: any RowSource
  private let width: Int
  private var next = 0

  /// The row a driver stands on.
  public init(_ source: any RowSource) {
    self.source = source
    width = source.width
  }

  /// The next column as it is.
  public mutating func value() throws(DatabaseError) -> Value {
    let column = try advance()
    return switch source.kind(of: column) {
    case .null: .null
    case .integer: .int(source.integer(column))
    case .double: .real(source.double(column))
    case .string: .text(source.string(column))
    case .blob: .blob(source.blob(column))
    }
  }

  /// Passes over some columns, which are then not fetched.
  public mutating func skip(_ columns: Int) { next += columns }

  /// The next column as an integer.
  public mutating func int() throws(DatabaseError) -> Int {
    guard let value = try optionalInt() else { throw unexpected("an integer") }
    return value
  }

  /// The next column as an integer, or `nil` where it is null.
  public mutating func optionalInt() throws(DatabaseError) -> Int? {
    let column = try advance()
    switch source.kind(of: column) {
    case .integer: return Int(source.integer(column))
    case .null: return nil
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
    let column = try advance()
    switch source.kind(of: column) {
    case .double: return source.double(column)
    case .integer: return Double(source.integer(column))
    case .null: return nil
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
    let column = try advance()
    switch source.kind(of: column) {
    case .string: return source.string(column)
    case .null: return nil
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
    let column = try advance()
    switch source.kind(of: column) {
    case .blob: return source.blob(column)
    case .null: return nil
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

  /// The number of the next column, which is then read.
  private mutating func advance() throws(DatabaseError) -> Int {
    guard next < width else { throw .shape("the row has \(width) columns") }
    next += 1
    return next - 1
  }

  private func unexpected(_ wanted: String) -> DatabaseError {
    .shape("column \(next) is not \(wanted)")
  }
}
