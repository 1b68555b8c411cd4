import Glibc

/// A program of Debian that takes this one's place behind its walls, for one file of a stranger.
///
/// It reads standard input and writes standard output. The limits and the filter of system calls
/// hold for it too: no socket, no further process, no file written. Ends as the program does; with
/// 127 where it is not installed, and 126 where the walls cannot be put up.
enum Tool: String {
  /// The picture, recording or document without its metadata; how a picture stands and its colours
  /// stay.
  case clean
  /// A PDF written anew from what its pages need: what an earlier edit left behind is gone.
  case rebuild
  /// What is left that tells where, with what and by whom it was made; a line each.
  case traces
  /// The pages of a PDF as JPEG pictures, one after the other.
  case pages

  /// Pages beyond these are left out.
  private static let mostPages = 101
  private static let exifTool = "/usr/bin/exiftool"
  private static let qpdf = "/usr/bin/qpdf"
  private static let pdfToPPM = "/usr/bin/pdftoppm"
  private static let input = "/dev/stdin"

  private var path: String {
    switch self {
    case .clean, .traces: Self.exifTool
    case .rebuild: Self.qpdf
    case .pages: Self.pdfToPPM
    }
  }

  private var words: [String] {
    switch self {
    case .clean:
      [
        "-config", "", "-q", "-q", "-m", "-all=", "-tagsfromfile", "@", "-Orientation",
        "-ICC_Profile", "-o", "-", Self.input,
      ]
    case .rebuild: ["--linearize", "--deterministic-id", Self.input, "-"]
    case .traces:
      ["-config", "", "-q", "-q", "-m", "-ee", "-a", "-s", "-G1", "-e"]
        + ["GPS", "Location", "Latitude", "Longitude", "Serial", "Author", "Artist", "Owner"]
        .map { "-*\($0)*" }
        + ["-Make", "-Model", "-HostComputer", "-Creator", "--ICC_Profile:all", Self.input]
    case .pages:
      ["-q", "-jpeg", "-jpegopt", "quality=80", "-r", "130", "-l", "\(Self.mostPages)", Self.input]
    }
  }

  func run(in walls: Confinement) -> Int32 {
    guard unsafe access(path, X_OK) == 0 else { return 127 }
    var walls = walls
    walls.allowsExecution = true
    do { try walls.enter() } catch { return 126 }
    var arguments = unsafe Self.copies([path] + words)
    var environment = unsafe Self.copies(["LC_ALL=C.UTF-8", "TZ=UTC"])
    _ = unsafe execve(path, &arguments, &environment)
    return 127
  }

  /// Words as the system takes them, ended by a null.
  private static func copies(_ words: [String]) -> [UnsafeMutablePointer<CChar>?] {
    unsafe words.map { unsafe strdup($0) } + [nil]
  }
}
