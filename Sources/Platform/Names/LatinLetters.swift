import Glibc
import Kernel

/// Text of any script in small Latin letters without marks, by the transliterations of Unicode's CLDR:
/// "Wiśniewski" and "Вишневский" become "wisniewski" and "visnevskij".
///
/// ICU is loaded when the first name is read, not when the program starts.
enum LatinLetters {
  private static let rules = "Any-Latin; Latin-ASCII; Lower"
  private static let loaded: Result<Guarded<Transliterator>, NamesProblem> = load()

  /// The text; throws where ICU is not installed.
  ///
  /// Some 20 microseconds a name.
  static func of(_ text: String) throws(NamesProblem) -> String {
    if text.utf8.allSatisfy({ $0 < 128 }) { return text.lowercased() }
    return try loaded.get().withLock { $0.apply(text) }
  }

  private static func load() -> Result<Guarded<Transliterator>, NamesProblem> {
    guard let transliterator = Transliterator(rules) else { return .failure(.unavailable) }
    return .success(Guarded(transliterator))
  }
}

/// One transliteration of ICU; of use to one thread at a time.
@safe private struct Transliterator {
  private typealias Open =
    @convention(c) (
      UnsafePointer<UInt16>?, Int32, Int32, UnsafePointer<UInt16>?, Int32,
      UnsafeMutableRawPointer?, UnsafeMutablePointer<Int32>
    ) -> OpaquePointer?
  private typealias Apply =
    @convention(c) (
      OpaquePointer, UnsafeMutablePointer<UInt16>, UnsafeMutablePointer<Int32>, Int32, Int32,
      UnsafeMutablePointer<Int32>, UnsafeMutablePointer<Int32>
    ) -> Void

  private let transliterator: OpaquePointer
  private let function: Apply

  /// The versions whose names of functions are tried, Debian 12's first.
  private static let versions = Array(72...80)

  init?(_ rules: String) {
    for version in Self.versions {
      guard let library = unsafe dlopen("libicui18n.so.\(version)", RTLD_NOW),
        let open = unsafe dlsym(library, "utrans_openU_\(version)"),
        let apply = unsafe dlsym(library, "utrans_transUChars_\(version)")
      else { continue }
      let opening = unsafe unsafeBitCast(open, to: Open.self)
      let id = Array(rules.utf16)
      var status: Int32 = 0
      let made = unsafe opening(id, Int32(id.count), 0, nil, 0, nil, &status)
      guard status <= 0, let made = unsafe made else { continue }
      unsafe transliterator = made
      unsafe function = unsafeBitCast(apply, to: Apply.self)
      return
    }
    return nil
  }

  /// The text transliterated; as it was where it grows beyond all measure.
  func apply(_ text: String) -> String {
    var units = Array(text.utf16)
    var (length, limit, status) = (Int32(units.count), Int32(units.count), Int32(0))
    units += [UInt16](repeating: 0, count: units.count * 8 + 32)
    let capacity = Int32(units.count)
    unsafe units.withUnsafeMutableBufferPointer { buffer in
      guard let first = buffer.baseAddress else { return }
      unsafe function(transliterator, first, &length, capacity, 0, &limit, &status)
    }
    guard status <= 0, length >= 0, length <= capacity else { return text.lowercased() }
    return String(decoding: units.prefix(Int(length)), as: UTF16.self)
  }
}
