/// A request that has passed the server's checks, with its body read.
public struct Request: Sendable {
  /// The method.
  public var method: Method
  /// The parts of the path between slashes, percent-decoded: `/plans/csp-2025` is two.
  public var path: [String]
  /// The query, decoded.
  public var query: Fields
  /// Header fields by lower-case name.
  public var headers: [String: String]
  /// The text fields of a posted form.
  public var form: Fields
  /// The files of a posted form.
  public var files: [UploadedFile]
  /// The address the request came from, after trusted proxies are taken off.
  public var client: String
  /// The name under which the request is logged, to be shown where something goes wrong.
  public var id = ""

  /// A request; tests write the parts they need.
  public init(
    _ method: Method = .get, path: [String] = [], query: Fields = Fields(),
    headers: [String: String] = [:], form: Fields = Fields(), files: [UploadedFile] = [],
    client: String = "127.0.0.1"
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.form = form
    self.files = files
    self.client = client
  }
}

/// The methods served; any other is answered 405 before a handler sees it.
public enum Method: String, Sendable, CaseIterable {
  /// Read.
  case get = "GET"
  /// Read without the body.
  case head = "HEAD"
  /// Change.
  case post = "POST"
}

/// A file of a posted form, kept in a temporary file that the server removes after the answer.
public struct UploadedFile: Sendable {
  /// The name of the form's field.
  public let field: String
  /// The name the sender gave, without any folder; never to be used as a path.
  public let name: String
  /// Where its bytes are, readable until the answer is sent; move it to keep it.
  public let path: String
  /// Its size in bytes.
  public let size: Int

  /// A file already written to disk.
  public init(field: String, name: String, path: String, size: Int) {
    self.field = field
    self.name = name
    self.path = path
    self.size = size
  }
}
