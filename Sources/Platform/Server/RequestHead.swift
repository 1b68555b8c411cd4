import CMicrohttpd

/// The header fields of one request, checked as libmicrohttpd leaves to its caller.
///
/// By itself the library takes two lengths, a length beside chunks, no host or two, odd names and
/// unknown transfer codings; each of them lets a proxy in front see other requests than we do.
struct RequestHead {
  /// The fields by lower-case name; those of a repeated name are joined.
  private(set) var fields: [String: String] = [:]
  private(set) var count = 0
  private(set) var bytes = 0
  private var isMalformed = false
  private var codings = 0

  /// Reads the fields of a request whose head is complete.
  init(_ request: OpaquePointer) {
    let gatherer = Gatherer()
    unsafe MHD_get_connection_values_n(
      request, .HEADER_KIND,
      { gatherer, _, name, nameSize, value, valueSize in
        guard let gatherer = unsafe gatherer else { return .NO }
        unsafe Unmanaged<Gatherer>.fromOpaque(gatherer).takeUnretainedValue().add(
          UnsafeRawBufferPointer(start: name, count: nameSize),
          UnsafeRawBufferPointer(start: value, count: valueSize))
        return .YES
      }, Unmanaged.passUnretained(gatherer).toOpaque())
    for (name, value) in gatherer.fields { add(name, value) }
    isMalformed = isMalformed || gatherer.isMalformed
    bytes = gatherer.bytes
  }

  /// A head of these fields, for tests.
  init(_ fields: [(String, String)]) {
    for (name, value) in fields { add(name, value) }
  }

  /// The length that was announced.
  var contentLength: Int? { fields["content-length"].flatMap { Int($0) } }

  /// Whether a body follows.
  var hasBody: Bool { fields["transfer-encoding"] != nil || (contentLength ?? 0) > 0 }

  /// The status the request must be refused with, if any.
  func refusal(version: String, maximumFields: Int, maximumBytes: Int) -> Int? {
    if count > maximumFields || bytes > maximumBytes { return 431 }
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else { return 505 }
    if isMalformed || !hasGoodHost(required: version == "HTTP/1.1") || !hasGoodLength { return 400 }
    guard let coding = fields["transfer-encoding"] else { return nil }
    if codings > 1 || fields["content-length"] != nil || version == "HTTP/1.0" { return 400 }
    return coding.lowercased() == "chunked" ? nil : 501
  }

  private func hasGoodHost(required: Bool) -> Bool {
    guard let host = fields["host"] else { return !required }
    return !host.isEmpty
      && host.utf8.allSatisfy {
        isLetterOrDigit($0) || Array("-._:[]".utf8).contains($0)
      }
  }

  private var hasGoodLength: Bool {
    guard let length = fields["content-length"] else { return true }
    return length.utf8.allSatisfy { (0x30...0x39).contains($0) } && Int(length) != nil
  }

  private mutating func add(_ name: String, _ value: String) {
    count += 1
    if name == "transfer-encoding" { codings += 1 }
    guard let earlier = fields[name] else {
      fields[name] = value
      return
    }
    if ["host", "content-length", "content-type"].contains(name) { isMalformed = true }
    fields[name] = earlier + (name == "cookie" ? "; " : ", ") + value
  }
}

private final class Gatherer {
  var fields: [(String, String)] = []
  var bytes = 0
  var isMalformed = false

  func add(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    bytes += name.count + value.count + 4
    guard unsafe !name.isEmpty, unsafe name.allSatisfy(isTokenByte),
      unsafe value.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
    else {
      isMalformed = true
      return
    }
    let lowered = unsafe name.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    unsafe fields.append(
      (String(decoding: lowered, as: UTF8.self), String(decoding: value, as: UTF8.self)))
  }
}

private func isLetterOrDigit(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
}

private func isTokenByte(_ byte: UInt8) -> Bool {
  isLetterOrDigit(byte) || Array("!#$%&'*+-.^_`|~".utf8).contains(byte)
}
