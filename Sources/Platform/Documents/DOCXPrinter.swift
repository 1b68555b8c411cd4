import Glibc
public import Kernel

/// Makes a document for word processors of a document of our own with pandoc, in a child process.
///
/// The document goes to the child through memory, never over the disk. It must name no other file:
/// pandoc would fetch it. The child's memory is limited to 512 MB. Calls block the thread for a
/// moment and may be made from several at once.
public struct DOCXPrinter: Sendable {
  private static let mostBytes = 64 << 20
  private let executable: String
  private let seconds: Double

  /// A printer by the path of `pandoc`, stopped where it takes longer than some seconds.
  public init(executable: String, seconds: Double = 30) {
    self.executable = executable
    self.seconds = seconds
  }

  /// Whether there is a program to make it with.
  public var isThere: Bool { access(executable, X_OK) == 0 }

  /// The document as DOCX (Office Open XML), its first heading as its title.
  ///
  /// - Parameter html: a whole document in UTF-8 that begins with a heading of the first level.
  /// - Returns: the file, some ten kilobytes.
  /// - Throws: ``DOCXProblem``.
  /// - Complexity: a tenth of a second for a letter.
  public func docx(of html: [UInt8]) throws(DOCXProblem) -> [UInt8] {
    guard isThere else { throw .missing }
    do throws(ReaderProblem) {
      let child = try ChildProcess(
        executable,
        [
          "+RTS", "-M512M", "-RTS", "--from", "html", "--to", "docx",
          "--shift-heading-level-by=-1", "--output", "-",
        ], input: html, isQuiet: true)
      let docx = try child.everything(within: seconds, most: Self.mostBytes)
      guard docx.starts(with: [0x50, 0x4B, 3, 4]) else { throw .crashed }
      return docx
    } catch .tooSlow {
      throw .tooSlow
    } catch {
      throw .failed
    }
  }

  /// The media type of the file.
  public static let mediaType =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
}

/// Why there is no document for word processors.
public enum DOCXProblem: Problem {
  /// The program is not there.
  case missing
  /// It took too long and was stopped.
  case tooSlow
  /// It gave no document.
  case failed

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .missing:
      "This machine cannot make DOCX files: pandoc is not installed. Save the PDF instead."
    case .tooSlow: "Making the DOCX took too long and was stopped. Try again, or save the PDF."
    case .failed:
      "The DOCX could not be made. Save the PDF instead, and tell your administrator."
    }
  }

  /// 503: another try, or another machine, may do it.
  public var status: Int { 503 }
}
