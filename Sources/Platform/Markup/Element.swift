/// An element with its attributes and content.
public struct Element<Tag, Content: HTML>: HTML {
  /// An element writes itself.
  public typealias Body = Never
  private let name: StaticString
  private let attributes: [Attribute<Tag>]
  private let content: Content

  init(_ name: StaticString, _ attributes: [Attribute<Tag>], _ content: Content) {
    self.name = name
    self.attributes = attributes
    self.content = content
  }

  /// Writes the start tag, the content and the end tag.
  public func render(into output: inout Output) {
    output.write("<" as Unicode.Scalar)
    output.write(name)
    for attribute in attributes { attribute.render(into: &output) }
    output.write(">" as Unicode.Scalar)
    content.render(into: &output)
    output.write("</")
    output.write(name)
    output.write(">" as Unicode.Scalar)
  }
}

/// An element that never has content, such as `input`, or a shape of a drawing.
public struct VoidElement<Tag>: HTML {
  /// An element writes itself.
  public typealias Body = Never
  private let name: StaticString
  private let attributes: [Attribute<Tag>]
  /// Shapes close themselves with `/>`; elements of HTML need no end.
  private let closed: Bool

  init(_ name: StaticString, _ attributes: [Attribute<Tag>], closed: Bool = false) {
    self.name = name
    self.attributes = attributes
    self.closed = closed
  }

  /// Writes the tag.
  public func render(into output: inout Output) {
    output.write("<" as Unicode.Scalar)
    output.write(name)
    for attribute in attributes { attribute.render(into: &output) }
    output.write(closed ? "/>" : ">")
  }
}
