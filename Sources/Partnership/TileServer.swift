/// A server of map pictures that lie below maps which can be panned.
///
/// There is none unless one is set: whoever looks at a map tells such a server where they look.
public struct TileServer: Sendable, Hashable {
  /// The address of a picture, with `{z}`, `{x}` and `{y}`.
  public let template: String
  /// Whom the pictures are owed to, as it stands on the map.
  public let credit: String

  /// A server by its template and credit.
  ///
  /// `nil` unless the template is an https address whose path holds `{z}`, `{x}` and `{y}`, and the
  /// host has no place to fill in.
  public init?(template: String, credit: String) {
    let scheme = "https://"
    guard template.hasPrefix(scheme),
      ["{z}", "{x}", "{y}"].allSatisfy({ template.contains($0) }),
      !template.contains(where: { $0.isWhitespace || "\"'<>;,".contains($0) })
    else { return nil }
    let host = template.dropFirst(scheme.count).prefix { $0 != "/" }
    guard !host.isEmpty, !host.contains("{"), host.count < template.count - scheme.count else {
      return nil
    }
    self.template = template
    self.credit = credit
  }

  /// Where the pictures come from, for the rule that holds browsers to it.
  public var origin: String {
    "https://" + template.dropFirst("https://".count).prefix { $0 != "/" }
  }
}
