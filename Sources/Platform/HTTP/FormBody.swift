/// Reads the body of a posted form piece by piece, as it arrives.
///
/// An urlencoded form is gathered in memory; of a multipart form the files go to disk, so that
/// memory stays small whatever is sent.
public final class FormBody {
  private enum Kind {
    case urlEncoded([UInt8])
    case multipart(MultipartReader)
  }

  private var kind: Kind
  private let limit: Int
  private var received = 0

  /// Begins a body.
  ///
  /// - Parameters:
  ///   - type: the `Content-Type` field.
  ///   - formBytes: the most bytes of an urlencoded form, and of the text fields of a multipart one.
  ///   - uploadBytes: the most bytes of a multipart body.
  ///   - folder: where files are kept.
  /// - Throws: ``MalformedRequest/mediaType`` or, where the boundary is wrong, `form`.
  public init(
    type: String, formBytes: Int, uploadBytes: Int, folder: String
  ) throws(MalformedRequest) {
    guard let type = MediaType(type) else { throw .mediaType }
    switch type.name {
    case "application/x-www-form-urlencoded":
      kind = .urlEncoded([])
      limit = formBytes
    case "multipart/form-data":
      guard let boundary = type.parameters["boundary"] else { throw .form }
      kind = .multipart(
        try MultipartReader(boundary: boundary, textBytes: formBytes, folder: folder))
      limit = uploadBytes
    default: throw .mediaType
    }
  }

  /// Takes note of the length that was announced; refuses one that is too large.
  public func expect(_ bytes: Int) throws(MalformedRequest) {
    guard bytes <= limit else { throw .tooLarge }
  }

  /// Takes the next piece.
  public func receive(_ piece: UnsafeRawBufferPointer) throws(MalformedRequest) {
    received += piece.count
    try expect(received)
    switch kind {
    case .urlEncoded(var bytes):
      kind = .urlEncoded([])  // so that the array is grown in place
      bytes.append(contentsOf: piece)
      kind = .urlEncoded(bytes)
    case .multipart(let reader): try reader.receive(piece)
    }
  }

  /// The fields and files, once the whole body is there.
  public func finish() throws(MalformedRequest) -> (fields: Fields, files: [UploadedFile]) {
    switch kind {
    case .urlEncoded(let bytes): (try Fields(urlEncoded: bytes[...]), [])
    case .multipart(let reader): try reader.finish()
    }
  }

  /// Removes the files that were not moved elsewhere.
  public func discard() {
    if case .multipart(let reader) = kind { reader.discard() }
  }
}
