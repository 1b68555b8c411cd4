/// The paths of a feature as an enum that reads and writes them, so that no dead link can be written.
///
/// `init?` reads a request; `path` writes the link. `Route.init?(route.path) == route` for every
/// case, which a test holds.
public protocol Route: Sendable, Equatable {
  /// Reads the parts of a path and its query; `nil` where the feature has no such page.
  init?(_ method: Method, _ path: [String], _ query: Fields)
  /// The path with its query, percent-encoded, beginning with `/`.
  var path: String { get }
}
