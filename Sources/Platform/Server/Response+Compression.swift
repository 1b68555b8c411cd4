import HTTP

extension Response {
  /// The response in the form for those who accept gzip, or who do not.
  ///
  /// Only text of a kilobyte or more has two forms, and says so in `Vary`.
  func encoded(gzip: Bool, level: Int32) -> Response {
    guard case .bytes(let bytes) = body, bytes.count >= ContentCoding.leastBytes,
      let type = header("Content-Type"), ContentCoding.isCompressible(type),
      header("Content-Encoding") == nil
    else { return self }
    var response = self
    response.headers.append(("Vary", "Accept-Encoding"))
    if gzip, let smaller = Compressor.gzip(bytes, level: level) {
      response.headers.append(("Content-Encoding", "gzip"))
      response.body = .bytes(smaller)
    }
    return response
  }
}
