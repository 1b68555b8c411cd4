/// A piece of a page: a value that knows what it is made of.
///
///     struct Greeting: HTML {
///       let name: String
///       var body: some HTML { p(.class("lede")) { "Hello, "; strong { name } } }
///     }
///
/// Text is escaped; ``Raw`` is the only way to write markup from a string.
public protocol HTML {
  /// What the piece is made of.
  associatedtype Body: HTML
  /// The piece in simpler pieces.
  @HTMLBuilder var body: Body { get }
  /// Writes the piece; pieces with a ``body`` need not say how.
  func render(into output: inout Output)
}

extension HTML {
  /// Writes the body.
  public func render(into output: inout Output) { body.render(into: &output) }

  /// The whole as UTF-8 bytes.
  public func rendered() -> [UInt8] {
    var output = Output()
    render(into: &output)
    return output.bytes
  }

  /// The whole as text, for tests and for parts of other documents.
  public func renderedText() -> String { String(decoding: rendered(), as: UTF8.self) }
}

extension HTML where Body == Never {
  /// A piece that writes itself has no body.
  public var body: Never {
    // Never called: every piece without a body has its own `render`.
    fatalError("\(Self.self) writes itself")
  }
}

extension Never: HTML {
  /// No value of this type exists.
  public typealias Body = Never
}

extension String: HTML {
  /// Text, escaped.
  public typealias Body = Never
  /// Writes the text escaped.
  public func render(into output: inout Output) { output.write(escaping: self) }
}

extension Optional: HTML where Wrapped: HTML {
  /// The piece, or nothing.
  public typealias Body = Never
  /// Writes the piece where there is one.
  public func render(into output: inout Output) { self?.render(into: &output) }
}

/// Markup that is already safe: text of the program, or the output of another renderer.
public struct Raw: HTML {
  /// A raw piece writes itself.
  public typealias Body = Never
  private let text: String

  /// Takes text of the program.
  public init(_ text: StaticString) { self.text = text.description }

  /// Takes text that another renderer made safe; each use says which.
  public init(trusted text: String) { self.text = text }

  /// Writes the text as it is.
  public func render(into output: inout Output) { output.write(raw: text) }
}
