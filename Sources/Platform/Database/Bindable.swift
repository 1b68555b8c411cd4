public import Kernel

/// A Swift value that can be bound to a statement.
public protocol Bindable {
  /// The value as the database holds it.
  var bound: Value { get }
}

extension Value: Bindable {
  /// The value itself.
  public var bound: Value { self }
}

extension Int64: Bindable {
  /// An integer.
  public var bound: Value { .int(self) }
}

extension Int: Bindable {
  /// An integer.
  public var bound: Value { .int(Int64(self)) }
}

extension Double: Bindable {
  /// A double.
  public var bound: Value { .real(self) }
}

extension String: Bindable {
  /// Text.
  public var bound: Value { .text(self) }
}

extension Bool: Bindable {
  /// 0 or 1.
  public var bound: Value { .int(self ? 1 : 0) }
}

extension [UInt8]: Bindable {
  /// Bytes.
  public var bound: Value { .blob(self) }
}

extension Optional: Bindable where Wrapped: Bindable {
  /// The value, or null.
  public var bound: Value { self?.bound ?? .null }
}

extension ID: Bindable {
  /// Its number.
  public var bound: Value { .int(rawValue) }
}

extension Instant: Bindable {
  /// Its ISO 8601 text.
  public var bound: Value { .text(description) }
}

extension Day: Bindable {
  /// Its ISO 8601 text.
  public var bound: Value { .text(description) }
}

extension Month: Bindable {
  /// Its text, `YYYY-MM`.
  public var bound: Value { .text(description) }
}

extension Period: Bindable {
  /// Its text.
  public var bound: Value { .text(description) }
}

/// Enums whose raw value is text bind as that text.
extension RawRepresentable where RawValue == String, Self: Bindable {
  /// The raw value as text.
  public var bound: Value { .text(rawValue) }
}
