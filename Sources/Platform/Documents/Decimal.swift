import Glibc

/// A number with that many digits after the point, at most 15, and an ASCII minus.
func decimal(_ value: Double, digits: Int) -> String {
  var buffer = [CChar](repeating: 0, count: 400)
  let count = withVaList([Int32(clamping: min(15, max(0, digits))), value]) {
    vsnprintf(&buffer, buffer.count, "%.*f", $0)
  }
  return String(decoding: buffer.prefix(Int(count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
}
