internal import FoundationEssentials
internal import Glibc
public import Kernel

/// The making of pictures that word processors and slides take, by `rsvg-convert` of librsvg.
///
/// The program runs as a child with no input, no network and nothing of this process but the one
/// drawing, which is kept in a file nobody else can read until the picture is made. It is a child
/// and not a library because it brings Cairo, Pango and GLib, some thirty libraries, and what draws
/// could otherwise take the server with it.
public enum Picture {
  private static let program = "rsvg-convert"
  private static let seconds = 20.0
  private static let mostBytes = 32 << 20

  /// A drawing as a PNG.
  ///
  /// - Parameters:
  ///   - svg: one SVG document of our own making, with its styles in it.
  ///   - scale: pixels for each unit of the drawing, 1 to 4.
  /// - Returns: the bytes of the PNG.
  /// - Throws: ``PictureProblem`` where the program is not there or does not make a picture.
  /// - Complexity: one process, some 30 ms for a chart.
  public static func png(of svg: [UInt8], scale: Int = 2) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.path() + "hamlet-XXXXXX"
    var name = Array(path.utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw PictureProblem.unavailable }
    defer {
      close(descriptor)
      unlink(name)
    }
    guard write(descriptor, svg) else { throw PictureProblem.unavailable }
    let file = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let zoom = String(min(max(scale, 1), 4))
    let png = try output(["--format", "png", "--zoom", zoom, file])
    guard png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { throw PictureProblem.failed }
    return png
  }

  private static func output(_ arguments: [String]) throws -> [UInt8] {
    let child: ChildProcess
    do { child = try ChildProcess(ReaderProcess.locate(program), arguments) } catch {
      throw PictureProblem.unavailable
    }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    do {
      while true {
        let count = try piece.withUnsafeMutableBytes { try child.read($0, seconds: seconds) }
        guard count > 0 else { break }
        bytes += piece.prefix(count)
        guard bytes.count <= mostBytes else { throw PictureProblem.failed }
      }
    } catch {
      child.stop()
      throw PictureProblem.failed
    }
    guard child.wait() == 0 else { throw PictureProblem.failed }
    return bytes
  }

  private static func write(_ descriptor: Int32, _ bytes: [UInt8]) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      done += count
    }
    return true
  }
}

/// Why there is no picture.
public enum PictureProblem: Problem, Equatable {
  /// The program that makes it is not there.
  case unavailable
  /// It did not make one.
  case failed

  /// What happened and what to do.
  public var message: String {
    switch self {
    case .unavailable:
      "Pictures cannot be made on this machine: the package librsvg2-bin is missing. Save the chart "
        + "as SVG instead, or ask whoever runs it to install the package."
    case .failed: "The picture could not be made. Save the chart as SVG instead."
    }
  }

  /// The state of the server.
  public var status: Int { 503 }
}
