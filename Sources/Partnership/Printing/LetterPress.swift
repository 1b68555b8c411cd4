internal import Documents
public import HTTP
public import Markup

/// A letter or notice as a file to be saved: PDF by WeasyPrint, DOCX by pandoc.
public enum PrintFormat: String, CaseIterable, Sendable {
  /// To be printed as it is.
  case pdf
  /// To be changed before it is printed.
  case docx

  /// Such as "PDF".
  public var title: String { rawValue.uppercased() }
}

/// Prints letters and notices with what this machine has.
public struct LetterPress: Sendable {
  private let pdf: PDFPrinter
  private let docx: DOCXPrinter

  /// The press of a partnership.
  public init(_ settings: Settings) {
    pdf = PDFPrinter(executable: settings.printer)
    docx = DOCXPrinter(executable: settings.pandoc)
  }

  /// The formats it can make here.
  public var formats: [PrintFormat] {
    (pdf.isThere ? [.pdf] : []) + (docx.isThere ? [.docx] : [])
  }

  /// A document as PDF.
  ///
  /// - Parameter document: a whole one that needs nothing else.
  /// - Returns: the file.
  /// - Throws: ``Problem`` where the program is missing, too slow or fails.
  public func pdf(_ document: some HTML) throws -> [UInt8] { try pdf.pdf(of: document.rendered()) }

  /// A document as a file.
  ///
  /// - Parameters:
  ///   - letter: a whole document that needs nothing else.
  ///   - format: the kind of file.
  ///   - name: what it is called, without its ending and without a name of a person.
  /// - Returns: the answer that saves it.
  /// - Throws: ``Problem`` where the program is missing, too slow or fails.
  public func print(
    _ letter: some HTML, as format: PrintFormat, name: String
  ) throws -> Response {
    let html = letter.rendered()
    return switch format {
    case .pdf:
      .download(try pdf.pdf(of: html), type: "application/pdf", name: "\(name).pdf")
    case .docx:
      .download(
        try docx.docx(of: html), type: DOCXPrinter.mediaType, name: "\(name).docx")
    }
  }
}
