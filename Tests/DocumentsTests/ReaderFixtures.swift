import Glibc
import Testing

/// A file beside the tests; the Python files there make them all.
func fixture(_ name: String) -> String {
  String(#filePath.dropLast("ReaderFixtures.swift".count)) + "Fixtures/" + name
}

/// A file of some bytes, for as long as it is used.
func withFile<Result>(_ bytes: [UInt8], _ body: (String) throws -> Result) throws -> Result {
  let path = "/tmp/hamlet-tests-\(UInt64.random(in: 0 ... .max))"
  let file = try #require(fopen(path, "wb"))
  defer { unlink(path) }
  fwrite(bytes, 1, bytes.count, file)
  fclose(file)
  return try body(path)
}

/// What a caller throws that wants no more.
struct Enough: Error {}
