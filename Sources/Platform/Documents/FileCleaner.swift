import Glibc
public import Kernel

/// Makes copies of pictures, recordings and PDF files without what tells where, with what and by
/// whom they were made.
///
/// `hamlet-reader` puts its walls up and lets ExifTool, and for PDF files qpdf, take its place: no
/// network, nothing written, memory and time limited. The copy is then looked through: where a
/// trace is left, such as a track of positions within a video, there is no copy. Calls block the
/// thread, for about a second and for more with long videos; memory stays small.
public struct FileCleaner: Sendable {
  private static let missing: Int32 = 127
  private let reader: String
  private let folder: String
  private let seconds: Double

  /// A cleaner by the path of `hamlet-reader`, with a folder for files of a moment.
  public init(reader: String, folder: String, seconds: Double = 120) {
    self.reader = reader
    self.folder = folder
    self.seconds = seconds
  }

  /// A copy without metadata.
  ///
  /// - Parameters:
  ///   - file: a whole JPEG, PNG, HEIC, PDF, MP4, MOV or M4A.
  ///   - isPDF: whether it is a PDF, whose earlier edits are to go too.
  /// - Returns: the copy.
  /// - Throws: ``CleaningProblem``; ``FileProblem`` where the disk is full.
  public func copy(of file: ScratchFile, isPDF: Bool) throws -> ScratchFile {
    var copy = try pass("clean", file)
    if isPDF {
      copy = try pass("rebuild", copy)
      try EmbeddedTraces.blank(in: copy)
    }
    guard copy.size > 0 else { throw CleaningProblem.damaged }
    guard try pass("traces", copy).size == 0 else { throw CleaningProblem.traces }
    return copy
  }

  private func pass(_ verb: String, _ file: ScratchFile) throws -> ScratchFile {
    lseek(file.descriptor, 0, SEEK_SET)
    let child = try ChildProcess(
      ReaderProcess.locate(reader), ["--memory", "\(1 << 30)", "--seconds", "300", verb],
      from: file.descriptor, isQuiet: true)
    let made = try ScratchFile(in: folder)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    do {
      while case let count = try child.read(piece, seconds: seconds), count > 0 {
        try made.append(UnsafeRawBufferPointer(rebasing: piece[..<count]))
        // A copy is never much longer than what it was made of.
        guard made.size <= 2 * file.size + (1 << 20) else { throw CleaningProblem.damaged }
      }
    } catch ReaderProblem.tooSlow {
      throw CleaningProblem.tooSlow
    }
    switch child.wait() {
    case 0: return made
    case Self.missing, 126: throw CleaningProblem.unequipped
    // Of traces, ExifTool says by its end that it found none of the tags asked for.
    case 1 where verb == "traces" && made.size == 0: return made
    // qpdf mends and says so.
    case 3 where verb == "rebuild": return made
    default: throw CleaningProblem.damaged
    }
  }
}

/// Why there is no copy without metadata.
public enum CleaningProblem: Problem, Equatable {
  /// ExifTool or qpdf is not installed, or the reader cannot be confined.
  case unequipped
  /// The file is broken, or locked with a password.
  case damaged
  /// It took too long and was stopped.
  case tooSlow
  /// Something that tells where or with what it was made cannot be taken out.
  case traces

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .unequipped:
      "This machine cannot take location and device data out of files: install "
        + "libimage-exiftool-perl and qpdf."
    case .damaged: "The file is damaged or locked with a password, so no clean copy can be made."
    case .tooSlow: "Making a clean copy took too long and was stopped."
    case .traces:
      "The file holds location or device data that cannot be taken out, so there is no clean copy."
    }
  }

  /// 503 where the machine lacks something, otherwise 422.
  public var status: Int { self == .unequipped || self == .tooSlow ? 503 : 422 }
}
