public import HTTP

extension Request {
  /// A request for a path with its query, such as `/orders?page=2`; a form makes it a POST.
  public init(
    _ path: String, form: [(String, String)]? = nil, files: [UploadedFile] = [],
    cookies: [String: String] = [:], client: String = "127.0.0.1"
  ) throws {
    let parts = path.split(separator: "?", maxSplits: 1).map(String.init)
    let query = parts.count == 2 ? try Fields(urlEncoded: Array(parts[1].utf8)[...]) : Fields()
    let cookie = cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
    self.init(
      form == nil ? .get : .post, path: parts[0].split(separator: "/").map(String.init),
      query: query, headers: cookie.isEmpty ? [:] : ["cookie": cookie], form: Fields(form ?? []),
      files: files, client: client)
  }
}
