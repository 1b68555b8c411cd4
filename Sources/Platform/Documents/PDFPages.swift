public import Kernel

/// Draws the pages of a stranger's PDF as pictures, to be put between other pages.
///
/// `hamlet-reader` puts its walls up and lets pdftoppm of Poppler take its place: no network, nothing
/// written, memory and time limited. A picture has nothing of the PDF but what is seen: no text below
/// a black bar, no layer, no attachment. Calls block the thread, some 60 ms a page.
public struct PDFPages: Sendable {
  /// A PDF of more pages is refused.
  public static let most = 100
  private static let mostBytes = 128 << 20
  private let reader: String
  private let seconds: Double

  /// A drawer by the path of `hamlet-reader`.
  public init(reader: String, seconds: Double = 60) {
    self.reader = reader
    self.seconds = seconds
  }

  /// Each page as a JPEG of 130 dots an inch, in order.
  ///
  /// - Parameter pdf: the whole file.
  /// - Returns: the pictures, at least one.
  /// - Throws: ``PDFPagesProblem``.
  public func pictures(of pdf: [UInt8]) throws(PDFPagesProblem) -> [[UInt8]] {
    let bytes: [UInt8]
    do {
      let child = try ChildProcess(
        ReaderProcess.locate(reader), ["--memory", "\(1 << 30)", "--seconds", "60", "pages"],
        input: pdf, isQuiet: true)
      bytes = try child.everything(within: seconds, most: Self.mostBytes)
    } catch {
      throw error == .tooSlow ? .tooSlow : .failed
    }
    let pictures = Self.parts(bytes)
    guard !pictures.isEmpty else { throw .failed }
    guard pictures.count <= Self.most else { throw .tooLong }
    return pictures
  }

  /// JPEG pictures that follow each other: within one, the byte after 0xFF is never that of an end.
  static func parts(_ bytes: [UInt8]) -> [[UInt8]] {
    var (parts, start): ([[UInt8]], Int) = ([], 0)
    for index in bytes.indices.dropFirst()
    where bytes[index] == 0xD9 && bytes[index - 1] == 0xFF {
      let next = bytes[(index + 1)...].prefix(2)
      guard next.isEmpty || next.elementsEqual([0xFF, 0xD8]) else { continue }
      parts.append(Array(bytes[start...index]))
      start = index + 1
    }
    return parts
  }
}

/// Why the pages of a PDF cannot be drawn.
public enum PDFPagesProblem: Problem, Equatable {
  /// It is damaged or locked, or Poppler is not installed.
  case failed
  /// It took too long and was stopped.
  case tooSlow
  /// It has more pages than ``PDFPages/most``.
  case tooLong

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .failed:
      "The pages of the document cannot be drawn: it is damaged or locked, or poppler-utils is not "
        + "installed. Hand the file in apart."
    case .tooSlow: "Drawing the pages of the document took too long. Hand the file in apart."
    case .tooLong:
      "The document has more than \(PDFPages.most) pages. Hand the file in apart, or add a part of it."
    }
  }

  /// 422: another file may do.
  public var status: Int { 422 }
}
