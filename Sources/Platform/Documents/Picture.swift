public import Kernel

/// The making of pictures that word processors and slides take, by `rsvg-convert` of librsvg.
///
/// The program runs as a child with no network and nothing of this process but the one drawing,
/// which it gets through memory. It is a child and not a library because it brings Cairo, Pango and
/// GLib, some thirty libraries, and what draws could otherwise take the server with it.
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
    let zoom = String(min(max(scale, 1), 4))
    let child: ChildProcess
    do {
      child = try ChildProcess(
        ReaderProcess.locate(program), ["--format", "png", "--zoom", zoom], input: svg)
    } catch {
      throw PictureProblem.unavailable
    }
    let png = try? child.everything(within: seconds, most: mostBytes)
    guard let png, png.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { throw PictureProblem.failed }
    return png
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
