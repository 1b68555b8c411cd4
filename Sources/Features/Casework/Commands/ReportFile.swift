internal import Kernel
internal import Partnership

/// Reads a report that was taken for somebody from a file whose names are those of the form.
enum ReportFile {
  /// The form of a file, or of standard input for `-`.
  static func form(_ path: String, at now: Instant) throws -> TakingForm {
    let fields = try FieldsFile.read(path)
    return try FieldsFile.taken(from: path) {
      try TakingForm(fields, channels: ReportChannel.allCases.filter { $0 != .web }, at: now)
    }
  }
}
