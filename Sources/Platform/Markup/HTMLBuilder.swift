/// Puts the pieces inside `{ … }` one after another.
///
/// It takes each piece over, since copies would be made at every step of every block.
@resultBuilder
public enum HTMLBuilder {
  /// One piece.
  public static func buildExpression<Content: HTML>(_ content: consuming Content) -> Content {
    content
  }
  /// Nothing.
  public static func buildBlock() -> Nothing { Nothing() }
  /// The first piece.
  public static func buildPartialBlock<Content: HTML>(first: consuming Content) -> Content {
    first
  }
  /// The pieces so far and the next.
  public static func buildPartialBlock<Before: HTML, Next: HTML>(
    accumulated: consuming Before, next: consuming Next
  ) -> Pair<Before, Next> { Pair(first: accumulated, second: next) }
  /// A piece that may be missing.
  public static func buildOptional<Content: HTML>(_ content: consuming Content?) -> Content? {
    content
  }
  /// The first of two ways.
  public static func buildEither<First: HTML, Second: HTML>(
    first: consuming First
  ) -> Either<First, Second> { .first(first) }
  /// The second of two ways.
  public static func buildEither<First: HTML, Second: HTML>(
    second: consuming Second
  ) -> Either<First, Second> { .second(second) }
  /// A piece for each turn of a loop.
  public static func buildArray<Content: HTML>(_ content: consuming [Content]) -> Each<Content> {
    Each(content)
  }
}

/// No piece at all.
public struct Nothing: HTML {
  /// Nothing is written.
  public typealias Body = Never

  /// Writes nothing.
  public func render(into output: inout Output) {}
}

/// Two pieces in order; longer blocks are pairs of pairs.
///
/// A tuple of a parameter pack would read better, but its metadata is looked up at each copy, which
/// took a third of the time of a page. Pairs are drawn where they stand, since a chain of pairs is
/// otherwise not made for its types and copied by their metadata, too.
public struct Pair<First: HTML, Second: HTML>: HTML {
  /// A pair writes itself.
  public typealias Body = Never
  @usableFromInline let first: First
  @usableFromInline let second: Second

  @usableFromInline init(first: First, second: Second) {
    self.first = first
    self.second = second
  }

  /// Writes one piece, then the other.
  @inlinable @inline(__always) public func render(into output: inout Output) {
    first.render(into: &output)
    second.render(into: &output)
  }
}

/// One of two ways of an `if` or `switch`.
public enum Either<First: HTML, Second: HTML>: HTML {
  /// A choice writes itself.
  public typealias Body = Never
  /// The first way.
  case first(First)
  /// The second way.
  case second(Second)

  /// Writes the way that was taken.
  public func render(into output: inout Output) {
    switch self {
    case .first(let content): content.render(into: &output)
    case .second(let content): content.render(into: &output)
    }
  }
}

/// The pieces of a loop.
public struct Each<Content: HTML>: HTML {
  /// A loop writes itself.
  public typealias Body = Never
  private let content: [Content]

  init(_ content: [Content]) { self.content = content }

  /// Writes each piece in turn.
  public func render(into output: inout Output) {
    for index in content.indices { content[index].render(into: &output) }
  }
}

/// Pieces without an element around them, for use as one value.
public struct Group<Content: HTML>: HTML {
  /// A group writes itself.
  public typealias Body = Never
  private let content: Content

  /// Groups the pieces.
  public init(@HTMLBuilder _ content: () -> Content) { self.content = content() }

  /// Writes the pieces.
  public func render(into output: inout Output) { content.render(into: &output) }
}

/// A piece whose type does not matter, for fields that hold pages of any kind.
public struct AnyHTML: HTML {
  /// It writes itself.
  public typealias Body = Never
  private let write: (inout Output) -> Void

  /// Forgets the type of a piece.
  public init(_ content: some HTML) { write = { content.render(into: &$0) } }

  /// Gathers pieces and forgets their type.
  public init(@HTMLBuilder _ content: () -> some HTML) { self.init(content()) }

  /// Writes the piece.
  public func render(into output: inout Output) { write(&output) }
}
