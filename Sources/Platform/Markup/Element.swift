/// An element with its attributes and content.
public struct Element<Content: HTML>: HTML {
  /// An element writes itself.
  public typealias Body = Never
  private let name: StaticString
  private let head: [UInt8]
  private let content: Content

  init<Tag>(_ name: StaticString, _ attributes: [Attribute<Tag>], _ content: Content) {
    self.name = name
    var output = Output(capacity: 64)
    for attribute in attributes { attribute.render(into: &output) }
    head = output.bytes
    self.content = content
  }

  /// Writes the start tag, the content and the end tag.
  public func render(into output: inout Output) {
    output.write("<")
    output.write(name)
    output.write(raw: head)
    output.write(">")
    content.render(into: &output)
    output.write("</")
    output.write(name)
    output.write(">")
  }
}

/// An element that never has content, such as `input`.
public struct VoidElement: HTML {
  /// An element writes itself.
  public typealias Body = Never
  private let name: StaticString
  private let head: [UInt8]

  init<Tag>(_ name: StaticString, _ attributes: [Attribute<Tag>]) {
    self.name = name
    var output = Output(capacity: 64)
    for attribute in attributes { attribute.render(into: &output) }
    head = output.bytes
  }

  /// Writes the tag.
  public func render(into output: inout Output) {
    output.write("<")
    output.write(name)
    output.write(raw: head)
    output.write(">")
  }
}
