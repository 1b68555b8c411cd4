import Glibc
import HTTP
import Testing

@Suite("Reading a posted form")
struct FormBodyTests {
  static let multipart = "multipart/form-data; boundary=XX"
  static let urlEncoded = "application/x-www-form-urlencoded"

  /// Bodies with the fields and files that come of them, or the refusal.
  static let cases: [FormCase] = [
    FormCase("plain fields", urlEncoded, "a=1&b=x+y&a=%C3%A9", ["a=1", "b=x y", "a=é"]),
    FormCase("an empty body", urlEncoded, "", []),
    FormCase("line ends in a text area", urlEncoded, "t=one%0D%0Atwo", ["t=one\r\ntwo"]),
    FormCase("a media type with its charset", urlEncoded + "; charset=UTF-8", "a=1", ["a=1"]),
    FormCase("a bad escape", urlEncoded, "a=%G1", .escape),
    FormCase("an escaped zero", urlEncoded, "a=%00", .escape),
    FormCase("bytes that are no UTF-8", urlEncoded, "a=%FF", .encoding),
    FormCase("JSON", "application/json", "{}", .mediaType),
    FormCase("no media type", "", "a=1", .mediaType),
    FormCase("no boundary", "multipart/form-data", "", .form),
    FormCase("an empty boundary", "multipart/form-data; boundary=\"\"", "", .form),
    FormCase("two boundaries", multipart + "; boundary=YY", "--XX--\r\n", .mediaType),
    FormCase("no parts", multipart, "--XX--\r\n", []),
    FormCase(
      "a quoted boundary", "multipart/form-data; boundary=\"X X\"", "--X X--\r\n", .form),
    FormCase(
      "a text field", multipart,
      "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--XX--\r\n", ["a=1"]),
    FormCase(
      "a text field with what looks like a boundary", multipart,
      "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n--X\r\n-XX\r\n--XX--",
      ["a=\r\n--X\r\n-XX"]),
    FormCase(
      "a file and a field", multipart,
      "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"C:\\dir\\a.csv\"\r\n"
        + "Content-Type: text/csv\r\n\r\nMonth,x\r\n\r\n--XX\r\n"
        + "content-disposition: form-data; name=\"b\"\r\n\r\n\r\n--XX--\r\n",
      ["b="], files: ["f a.csv Month,x\r\n"]),
    FormCase(
      "a quote in a file's name", multipart,
      "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"a%22b\\\"c.csv\"\r\n\r\n"
        + "x\r\n--XX--\r\n", [], files: ["f a\"b\"c.csv x"]),
    FormCase(
      "a file's name that climbs", multipart,
      "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../etc/x\"\r\n\r\n"
        + "x\r\n--XX--\r\n", [], files: ["f x x"]),
    FormCase(
      "no file chosen", multipart,
      "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"\"\r\n"
        + "Content-Type: application/octet-stream\r\n\r\n\r\n--XX--\r\n", []),
    FormCase("text before the first boundary", multipart, "x\r\n--XX--\r\n", .form),
    FormCase("text after the last boundary", multipart, "--XX--\r\nx", .form),
    FormCase("a body that stops", multipart, "--XX\r\nContent-Disposition: form", .form),
    FormCase(
      "a part that stops", multipart,
      "--XX\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--X", .form),
    FormCase("another boundary", multipart, "--YY--\r\n", .form),
    FormCase("junk after a boundary", multipart, "--XXX\r\n\r\n\r\n--XX--", .form),
    FormCase("a part without a header", multipart, "--XX\r\n\r\n\r\n\r\n--XX--", .form),
    FormCase(
      "a part that is no form data", multipart,
      "--XX\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\n1\r\n--XX--", .form),
    FormCase(
      "a part without a name", multipart,
      "--XX\r\nContent-Disposition: form-data\r\n\r\n1\r\n--XX--", .form),
    FormCase(
      "a part with two dispositions", multipart,
      "--XX\r\nContent-Disposition: form-data; name=a\r\n"
        + "Content-Disposition: form-data; name=b\r\n\r\n1\r\n--XX--", .form),
    FormCase(
      "a part in base64", multipart,
      "--XX\r\nContent-Disposition: form-data; name=a\r\n"
        + "Content-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--XX--", .form),
    FormCase(
      "a zero in a text field", multipart,
      "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n\0\r\n--XX--", .form),
    FormCase(
      "an endless header", multipart, "--XX\r\nX: " + String(repeating: "x", count: 5000), .form),
    FormCase(
      "too much text", multipart,
      "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\n"
        + String(repeating: "x", count: 10_001) + "\r\n--XX--", .tooLarge),
    FormCase("too long a form", urlEncoded, String(repeating: "x", count: 10_001), .tooLarge),
    FormCase(
      "too many fields", urlEncoded, String(repeating: "&a", count: 4999), formBytes: 9998,
      expected: (0..<4999).map { _ in "a=" }),
  ]

  @Test("gives the same in one piece and byte by byte", arguments: cases, [1 << 20, 1, 7])
  func reads(one: FormCase, piece: Int) throws {
    if let refusal = one.refusal {
      #expect(throws: refusal) { try read(one, piece: piece) }
    } else {
      #expect(try read(one, piece: piece) == one.expected)
    }
  }

  @Test("removes the files it kept")
  func removes() throws {
    let body = try FormBody(
      type: Self.multipart, formBytes: 100, uploadBytes: 1000, folder: "/tmp")
    let text =
      "--XX\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\nabc\r\n--XX--"
    try receive(Array(text.utf8), into: body, piece: 1000)
    let file = try #require(try body.finish().files.first)
    #expect(file.size == 3)
    #expect(access(file.path, F_OK) == 0)
    body.discard()
    #expect(access(file.path, F_OK) != 0)
  }

  @Test("refuses an announced length that is too large")
  func announced() throws {
    let body = try FormBody(type: Self.multipart, formBytes: 1, uploadBytes: 9, folder: "/tmp")
    try body.expect(9)
    #expect(throws: MalformedRequest.tooLarge) { try body.expect(10) }
  }

  private func read(_ one: FormCase, piece: Int) throws -> [String] {
    let body = try FormBody(
      type: one.type, formBytes: one.formBytes, uploadBytes: 20_000, folder: "/tmp")
    defer { body.discard() }
    try receive(Array(one.body.utf8), into: body, piece: piece)
    let (fields, files) = try body.finish()
    return fields.pairs.map { "\($0.name)=\($0.value)" }
      + files.map { "\($0.field) \($0.name) \(contents(of: $0.path))" }
  }
}

struct FormCase: CustomTestStringConvertible {
  let testDescription: String
  let type: String
  let body: String
  var formBytes = 10_000
  var expected: [String] = []
  var refusal: MalformedRequest?

  init(_ name: String, _ type: String, _ body: String, _ refusal: MalformedRequest) {
    testDescription = name
    self.type = type
    self.body = body
    self.refusal = refusal
  }

  init(
    _ name: String, _ type: String, _ body: String, _ fields: [String], files: [String] = []
  ) {
    testDescription = name
    self.type = type
    self.body = body
    expected = fields + files
  }

  init(_ name: String, _ type: String, _ body: String, formBytes: Int, expected: [String]) {
    self.init(name, type, body, expected)
    self.formBytes = formBytes
  }
}

private func receive(_ bytes: [UInt8], into body: FormBody, piece: Int) throws {
  for start in stride(from: 0, to: bytes.count, by: piece) {
    try bytes[start..<min(start + piece, bytes.count)].withUnsafeBytes { try body.receive($0) }
  }
}

private func contents(of path: String) -> String {
  let descriptor = open(path, O_RDONLY)
  defer { close(descriptor) }
  var bytes = [UInt8](repeating: 0, count: 4096)
  let count = read(descriptor, &bytes, bytes.count)
  return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
}
