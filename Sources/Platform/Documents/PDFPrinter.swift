import Glibc
public import Kernel

/// Makes a tagged PDF of a document of our own with WeasyPrint, in a child process.
///
/// The document goes to the child through memory, never over the disk. It must hold all it needs:
/// the child fetches nothing, neither from the network nor from files. Calls block the thread for
/// some seconds and may be made from several at once.
public struct PDFPrinter: Sendable {
  private static let mostBytes = 64 << 20
  private let executable: String
  private let seconds: Double

  /// A printer by the path of `weasyprint`, stopped where it takes longer than some seconds.
  public init(executable: String, seconds: Double = 60) {
    self.executable = executable
    self.seconds = seconds
  }

  /// Whether there is a program to print with.
  public var isThere: Bool { access(executable, X_OK) == 0 }

  /// The document as PDF/UA-1, with its structure tagged for screen readers.
  ///
  /// - Parameter html: a whole document in UTF-8, its language and title given, its styles inside.
  /// - Returns: the file, some tens of kilobytes for a few pages.
  /// - Throws: ``PDFProblem``.
  /// - Complexity: about two seconds, and 100 MB in the child, for ten pages.
  public func pdf(of html: [UInt8]) throws(PDFProblem) -> [UInt8] {
    guard isThere else { throw .missing }
    do throws(ReaderProblem) {
      let child = try ChildProcess(
        executable,
        [
          "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1",
          "--allowed-protocols", "data", "-", "-",
        ], input: html, isQuiet: true)
      let pdf = try child.everything(within: seconds, most: Self.mostBytes)
      guard pdf.starts(with: Array("%PDF-".utf8)) else { throw .crashed }
      return pdf
    } catch .tooSlow {
      throw .tooSlow
    } catch {
      throw .failed
    }
  }
}

/// Why there is no PDF.
public enum PDFProblem: Problem {
  /// The program is not there.
  case missing
  /// It took too long and was stopped.
  case tooSlow
  /// It gave no PDF.
  case failed

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .missing:
      "This machine cannot make PDF files: WeasyPrint is not installed. Print the page from the "
        + "browser instead."
    case .tooSlow:
      "Making the PDF took too long and was stopped. Try again, or print the page from the browser."
    case .failed:
      "The PDF could not be made. Print the page from the browser, and tell your administrator."
    }
  }

  /// 503: another try, or another machine, may do it.
  public var status: Int { 503 }
}
