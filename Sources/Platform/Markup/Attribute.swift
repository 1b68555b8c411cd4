/// One attribute of an element; `Tag` keeps it to the elements that may carry it.
///
/// `td(.href("/"))` does not compile: only links have `.href`.
public struct Attribute<Tag>: Sendable {
  private let family: Family
  private let name: StaticString
  /// `nil` for an attribute without a value, such as `required`.
  private let value: String?
  private let isPresent: Bool

  /// What stands before the name.
  enum Family: UInt8, Sendable { case plain, aria, data }

  init(_ name: StaticString, _ value: String?, _ family: Family = .plain, isPresent: Bool = true) {
    self.family = family
    self.name = name
    self.value = value
    self.isPresent = isPresent
  }

  /// Leaves the attribute out unless the condition holds.
  public func when(_ condition: Bool) -> Attribute {
    Attribute(name, value, family, isPresent: isPresent && condition)
  }

  func render(into output: inout Output) {
    guard isPresent else { return }
    switch family {
    case .plain: output.write(" " as Unicode.Scalar)
    case .aria: output.write(" aria-")
    case .data: output.write(" data-")
    }
    output.write(name)
    guard let value else { return }
    output.write("=\"")
    output.write(escaping: value)
    output.write("\"" as Unicode.Scalar)
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
    Attribute(name, value, .aria)
  }
  /// A data attribute: `.data("l", "Change")`.
  public static func data(_ name: StaticString, _ value: String) -> Attribute {
    Attribute(name, value, .data)
  }
  /// The language of the content.
  public static func lang(_ code: String) -> Attribute { Attribute("lang", code) }
  /// Whether the words within may be put into another language; names and what people wrote may not.
  public static func translate(_ mayBe: Bool) -> Attribute {
    Attribute("translate", mayBe ? "yes" : "no")
  }
  /// Where the element stands in the order of focus.
  public static func tabindex(_ index: Int) -> Attribute { Attribute("tabindex", String(index)) }
  /// Not shown and not read out.
  public static var hidden: Attribute { Attribute("hidden", nil) }
  /// Focused when the page opens; at most one a page.
  public static var autofocus: Attribute { Attribute("autofocus", nil) }
}
