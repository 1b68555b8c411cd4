/// One attribute of an element; `Tag` keeps it to the elements that may carry it.
public struct Attribute<Tag>: Sendable {
  let name: String
  /// `nil` for an attribute without a value, such as `required`.
  let value: String?
  let present: Bool

  init(_ name: String, _ value: String?, present: Bool = true) {
    self.name = name
    self.value = value
    self.present = present
  }

  /// Leaves the attribute out unless the condition holds.
  public func when(_ condition: Bool) -> Attribute {
    Attribute(name, value, present: present && condition)
  }

  func render(into output: inout Output) {
    guard present else { return }
    output.write(" ")
    output.write(raw: name)
    guard let value else { return }
    output.write("=\"")
    output.write(escaping: value)
    output.write("\"")
  }
}

/// Attributes every element may carry.
extension Attribute {
  /// Classes, parted by spaces.
  public static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
  /// The element's id.
  public static func id(_ id: String) -> Attribute { Attribute("id", id) }
  /// The ARIA role.
  public static func role(_ role: String) -> Attribute { Attribute("role", role) }
  /// An ARIA property: `.aria("label", "Main")`.
  public static func aria(_ name: StaticString, _ value: String) -> Attribute {
    Attribute("aria-\(name)", value)
  }
  /// A data attribute: `.data("l", "Change")`.
  public static func data(_ name: StaticString, _ value: String) -> Attribute {
    Attribute("data-\(name)", value)
  }
  /// The language of the content.
  public static func lang(_ code: String) -> Attribute { Attribute("lang", code) }
  /// Where the element stands in the order of focus.
  public static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", String(index)) }
  /// Not shown and not read out.
  public static var hidden: Attribute { Attribute("hidden", nil) }
}
