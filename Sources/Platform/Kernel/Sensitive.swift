/// A value about a person, which prints as `[hidden]`.
///
/// It reaches neither logs nor errors nor interpolated text by accident; reading it names the
/// purpose, so that each reading can be found in the code.
public struct Sensitive<Value: Sendable>: Sendable {
  private let value: Value

  /// Hides a value.
  public init(_ value: Value) { self.value = value }

  /// Gives the value for a stated purpose, such as "sign-in page" or "letter to the applicant".
  public func reveal(for purpose: StaticString) -> Value { value }
}

extension Sensitive: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Always `[hidden]`.
  public var description: String { "[hidden]" }
  /// Always `[hidden]`.
  public var debugDescription: String { "[hidden]" }
  /// A mirror without children, so that `dump` shows nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Sensitive: Equatable where Value: Equatable {}
extension Sensitive: Hashable where Value: Hashable {}
