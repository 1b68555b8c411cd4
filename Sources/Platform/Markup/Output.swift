/// The bytes of a page as it is written.
///
/// They lie in memory of their own, not in an array: a page is thousands of short writes, and at
/// each an array asks whether it is shared and whether it is large enough, which took a tenth of
/// the time of a page.
@safe public struct Output: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var count = 0

  /// An empty page with room for `capacity` bytes; it grows by itself.
  public init(capacity: Int = 65_536) {
    self.capacity = max(capacity, 1)
    unsafe start = .allocate(capacity: self.capacity)
  }

  deinit { unsafe start.deallocate() }

  /// What has been written, UTF-8.
  public var bytes: [UInt8] { unsafe Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Writes one ASCII character as it is.
  mutating func write(_ character: Unicode.Scalar) {
    reserve(1)
    unsafe start[count] = UInt8(ascii: character)
    count += 1
  }

  /// Writes text of the program as it is.
  public mutating func write(_ text: StaticString) {
    text.withUTF8Buffer { unsafe append($0) }
  }

  /// Writes text as it is; it must already be safe.
  public mutating func write(raw text: String) {
    var text = text
    text.withUTF8 { unsafe append($0) }
  }

  /// Writes bytes as they are; they must already be safe.
  public mutating func write(raw more: [UInt8]) {
    unsafe more.withUnsafeBufferPointer { unsafe append($0) }
  }

  /// Writes text with `&`, `<`, `>`, `"` and `'` escaped, fit for content and quoted attributes.
  public mutating func write(escaping text: String) {
    var text = text
    text.withUTF8 { source in
      var begun = 0
      for index in 0..<source.count where mayMeanSomething(unsafe source[index]) {
        guard let entity = entity(of: unsafe source[index]) else { continue }
        unsafe append(UnsafeBufferPointer(rebasing: source[begun..<index]))
        write(entity)
        begun = index + 1
      }
      unsafe append(UnsafeBufferPointer(rebasing: source[begun...]))
    }
  }

  /// Copies bytes to the end; they lie elsewhere.
  private mutating func append(_ source: UnsafeBufferPointer<UInt8>) {
    guard let from = source.baseAddress else { return }
    let length = source.count
    reserve(length)
    unsafe copy(from, to: start + count, length)
    count += length
  }

  /// Makes room for further bytes.
  @inline(__always) private mutating func reserve(_ more: Int) {
    if capacity - count < more { grow(by: more) }
  }

  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    unsafe larger.update(from: start, count: count)
    unsafe start.deallocate()
    unsafe start = larger
  }
}

/// Copies bytes, a few of them without calling the system's copy.
///
/// Most pieces of a page are short, and the call takes longer than the copying. The two halves of
/// a piece may lie over each other.
@inline(__always) private func copy(
  _ source: UnsafePointer<UInt8>, to target: UnsafeMutablePointer<UInt8>, _ count: Int
) {
  let from = unsafe UnsafeRawPointer(source)
  let to = UnsafeMutableRawPointer(target)
  func halves<Word: FixedWidthInteger & BitwiseCopyable>(_ word: Word.Type) {
    let second = count - MemoryLayout<Word>.size
    let (head, tail) = unsafe (
      from.loadUnaligned(as: Word.self), from.loadUnaligned(fromByteOffset: second, as: Word.self)
    )
    unsafe to.storeBytes(of: head, as: Word.self)
    unsafe to.storeBytes(of: tail, toByteOffset: second, as: Word.self)
  }
  switch count {
  case 0: break
  case 1: unsafe target.pointee = source.pointee
  case 2...3: halves(UInt16.self)
  case 4...7: halves(UInt32.self)
  case 8...16: halves(UInt64.self)
  default: unsafe target.update(from: source, count: count)
  }
}

/// Whether a byte lies where the five characters are; most text is settled by this alone.
@inline(__always) private func mayMeanSomething(_ byte: UInt8) -> Bool {
  byte <= UInt8(ascii: ">") && byte >= UInt8(ascii: "\"")
}

private func entity(of byte: UInt8) -> StaticString? {
  switch byte {
  case UInt8(ascii: "&"): "&amp;"
  case UInt8(ascii: "<"): "&lt;"
  case UInt8(ascii: ">"): "&gt;"
  case UInt8(ascii: "\""): "&#34;"
  case UInt8(ascii: "'"): "&#39;"
  default: nil
  }
}
