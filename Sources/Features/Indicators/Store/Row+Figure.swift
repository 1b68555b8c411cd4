import Database
import Kernel

extension Figure: Bindable {
  /// Its millionths.
  var bound: Value { .int(millionths) }
}

extension Row {
  /// The next column, millionths, as a figure.
  mutating func figure() throws -> Figure { Figure(millionths: Int64(try int())) }

  /// The next column, millionths, as a figure, or `nil` where it is null.
  mutating func optionalFigure() throws -> Figure? {
    try optionalInt().map { Figure(millionths: Int64($0)) }
  }
}

extension Write {
  /// Runs an `INSERT … RETURNING id` and gives the id.
  func inserted<Entity>(_ sql: SQL) throws -> ID<Entity> {
    guard let id = try first(sql, { row in try row.id(Entity.self) }) else {
      throw DatabaseError.shape("the insert gave no id")
    }
    return id
  }
}
