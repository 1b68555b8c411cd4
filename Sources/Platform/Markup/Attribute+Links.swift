extension Attribute where Tag: Linking {
  /// Where the link leads: a path, a part of the page, or an address of the web, mail or telephone.
  ///
  /// Any other scheme, such as `javascript:`, is written as `#`.
  public static func href(_ address: String) -> Attribute {
    Attribute("href", isHarmless(address) ? address : "#")
  }
  /// How the other document stands to this one: `stylesheet`, `next`, `icon`.
  public static func rel(_ relation: String) -> Attribute { Attribute("rel", relation) }
}

extension Attribute where Tag == Tags.A {
  /// The link gives a file to keep.
  public static var download: Attribute { Attribute("download", nil) }
}

extension Attribute where Tag == Tags.Link {
  /// The media type of the file.
  public static func type(_ type: String) -> Attribute { Attribute("type", type) }
}

extension Attribute where Tag: Sourced {
  /// The path of the file.
  public static func src(_ path: String) -> Attribute { Attribute("src", path) }
}

extension Attribute where Tag == Tags.Image {
  /// What the picture shows; empty where it only adorns.
  public static func alt(_ text: String) -> Attribute { Attribute("alt", text) }
}

extension Attribute where Tag == Tags.Script {
  /// Run the script once the page has been read.
  public static var `defer`: Attribute { Attribute("defer", nil) }
}

extension Attribute where Tag == Tags.Meta {
  /// The character set of the document.
  public static func charset(_ name: String) -> Attribute { Attribute("charset", name) }
  /// The fact itself.
  public static func content(_ text: String) -> Attribute { Attribute("content", text) }
  /// The header this fact stands for.
  public static func httpEquiv(_ name: String) -> Attribute { Attribute("http-equiv", name) }
}

extension Attribute where Tag == Tags.Details {
  /// Open from the start.
  public static var open: Attribute { Attribute("open", nil) }
}

extension Attribute where Tag == Tags.Abbreviation {
  /// The long form.
  public static func title(_ text: String) -> Attribute { Attribute("title", text) }
}

extension Attribute where Tag == Tags.Time {
  /// The date or time as ISO 8601.
  public static func datetime(_ text: String) -> Attribute { Attribute("datetime", text) }
}

extension Attribute where Tag == Tags.OrderedList {
  /// The number of the first item.
  public static func start(_ number: Int) -> Attribute { Attribute("start", String(number)) }
}

extension Attribute where Tag: Spanning {
  /// How many columns the cell takes.
  public static func colspan(_ count: Int) -> Attribute { Attribute("colspan", String(count)) }
  /// How many rows the cell takes.
  public static func rowspan(_ count: Int) -> Attribute { Attribute("rowspan", String(count)) }
}

extension Attribute where Tag == Tags.HeaderCell {
  /// What the header heads.
  public static func scope(_ scope: HeaderScope) -> Attribute { Attribute("scope", scope.rawValue) }
}

/// What a table header heads.
public enum HeaderScope: String, Sendable {
  /// Its column.
  case col
  /// Its row.
  case row
  /// Several columns.
  case colgroup
  /// Several rows.
  case rowgroup
}

/// Whether an address has no scheme, or one that opens a document, a letter, a call or codes.
private func isHarmless(_ address: String) -> Bool {
  let head = address.utf8.prefix {
    $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
  }
  guard let colon = head.firstIndex(of: UInt8(ascii: ":")) else { return true }
  let scheme = String(decoding: head[..<colon], as: UTF8.self).lowercased()
  return ["http", "https", "mailto", "tel", "otpauth"].contains(scheme)
}
