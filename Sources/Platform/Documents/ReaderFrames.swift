import Geography
import Glibc

/// One frame of what `hamlet-reader` writes (the format stands in its `Frames.swift`).
struct ReaderFrame {
  enum Kind: UInt8 {
    case sheet = 0x53
    case row = 0x52
    case entry = 0x45
    case bytes = 0x42
    case entryEnd = 0x46
    case layer = 0x4C
    case feature = 0x47
    case definition = 0x44
    case problem = 0x50
    case complete = 0x5A
  }

  let kind: Kind
  /// Of use only until the next frame is read.
  let payload: UnsafeRawBufferPointer

  var text: String { String(decoding: payload, as: UTF8.self) }

  func entry() throws(ReaderProblem) -> ArchiveEntry {
    var rest = Payload(bytes: payload)
    let size = try Int(rest.integer(Int64.self))
    let name = String(decoding: rest.bytes, as: UTF8.self)
    return ArchiveEntry(name: name, size: size < 0 ? nil : size)
  }

  func row(_ sheet: String) throws(ReaderProblem) -> TableRow {
    var rest = Payload(bytes: payload)
    let number = try Int(rest.integer(UInt32.self))
    var cells: [TableCell] = []
    while !rest.bytes.isEmpty {
      let column = try Int(rest.integer(UInt32.self))
      guard let kind = try TableCell.Kind(rawValue: rest.integer(UInt8.self)) else {
        throw .crashed
      }
      let text = try rest.sizedText()
      let reference = CellReference(row: number, column: column)
      cells.append(TableCell(reference: reference, kind: kind, text: text))
    }
    return TableRow(sheet: sheet, number: number, cells: cells)
  }
}

extension ReaderFrame {
  func layer() throws(ReaderProblem) -> BoundaryLayer {
    var rest = Payload(bytes: payload)
    let (name, reference) = try (rest.sizedText(), rest.sizedText())
    var columns: [String] = []
    while !rest.bytes.isEmpty { columns.append(try rest.sizedText()) }
    return BoundaryLayer(name: name, reference: reference, columns: columns)
  }

  func feature(_ layer: BoundaryLayer) throws(ReaderProblem) -> BoundaryFeature {
    var rest = Payload(bytes: payload)
    let number = try Int(rest.integer(UInt32.self))
    let mended = try rest.sizedText()
    var attributes: [BoundaryFeature.Attribute] = []
    for _ in 0..<(try rest.integer(UInt32.self)) {
      let column = try Int(rest.integer(UInt32.self))
      guard column < layer.columns.count else { throw .crashed }
      attributes.append(.init(layer.columns[column], try rest.sizedText()))
    }
    let shape = rest.bytes.isEmpty ? MultiPolygon([]) : MultiPolygon(wellKnownBinary: rest.bytes)
    guard let shape else { throw .crashed }
    return BoundaryFeature(
      layer: layer.name, number: number, attributes: attributes, shape: shape,
      mended: mended.isEmpty ? nil : mended)
  }
}

/// Takes numbers and text from the front of bytes; what is missing is the reader's fault.
private struct Payload {
  var bytes: UnsafeRawBufferPointer

  mutating func integer<Number: FixedWidthInteger>(_: Number.Type) throws(ReaderProblem) -> Number {
    let size = MemoryLayout<Number>.size
    guard bytes.count >= size else { throw .crashed }
    let value = bytes.loadUnaligned(as: Number.self)
    bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(size))
    return Number(littleEndian: value)
  }

  mutating func sizedText() throws(ReaderProblem) -> String {
    try text(Int(integer(UInt32.self)))
  }

  mutating func text(_ count: Int) throws(ReaderProblem) -> String {
    guard bytes.count >= count else { throw .crashed }
    let text = String(decoding: bytes.prefix(count), as: UTF8.self)
    bytes = UnsafeRawBufferPointer(rebasing: bytes.dropFirst(count))
    return text
  }
}

/// Reads frames from a child, waiting at most so long for each piece.
struct ReaderFrames {
  private static let headSize = 5
  private static let maximumPayload = 16 << 20
  private let child: ChildProcess
  private let silentSeconds: Double
  private var buffer = [UInt8](repeating: 0, count: 1 << 17)
  private var start = 0
  private var end = 0
  private let frame: Storage

  /// The frame handed out, in memory that stays where it is until the next.
  private final class Storage {
    var bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 8)
    deinit { bytes.deallocate() }

    func reserve(_ count: Int) {
      guard bytes.count < count else { return }
      bytes.deallocate()
      bytes = .allocate(byteCount: count, alignment: 8)
    }
  }

  init(child: ChildProcess, silentSeconds: Double) {
    self.child = child
    self.silentSeconds = silentSeconds
    frame = Storage()
  }

  /// The next frame; `nil` at the end.
  ///
  /// - Throws: ``ReaderProblem/crashed`` for bytes that are no frame or a frame cut off,
  ///   ``ReaderProblem/tooSlow`` when nothing came for too long.
  mutating func next() throws -> ReaderFrame? {
    guard try fill(atLeast: 1) else { return nil }
    guard try fill(atLeast: Self.headSize), let kind = ReaderFrame.Kind(rawValue: buffer[start])
    else { throw ReaderProblem.crashed }
    let length = (1...4).reversed().reduce(0) { $0 << 8 | Int(buffer[start + $1]) }
    start += Self.headSize
    guard length <= Self.maximumPayload else { throw ReaderProblem.crashed }
    frame.reserve(length)
    var done = 0
    while done < length {
      guard try fill(atLeast: 1) else { throw ReaderProblem.crashed }
      let count = min(length - done, end - start)
      buffer.withUnsafeBytes {
        UnsafeMutableRawBufferPointer(rebasing: frame.bytes[done..<done + count])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[start..<start + count]))
      }
      start += count
      done += count
    }
    let payload = UnsafeRawBufferPointer(
      rebasing: UnsafeRawBufferPointer(frame.bytes).prefix(length))
    return ReaderFrame(kind: kind, payload: payload)
  }

  /// Reads until so many bytes wait; `false` at the end of the output.
  private mutating func fill(atLeast count: Int) throws -> Bool {
    while end - start < count {
      if start > 0 {
        buffer.replaceSubrange(0..<end - start, with: Array(buffer[start..<end]))
        (start, end) = (0, end - start)
      }
      let free = end
      let taken = try buffer.withUnsafeMutableBytes { bytes in
        try child.read(
          UnsafeMutableRawBufferPointer(rebasing: bytes[free...]), seconds: silentSeconds)
      }
      if taken == 0 { return false }
      end += taken
    }
    return true
  }
}
