/// Numbers of bytes, as a person reads them.
public enum ByteCount {
  /// Such as "820 B", "12 KB", "512 MB" or "2.0 GB".
  public static func text(_ bytes: some BinaryInteger) -> String {
    if bytes < 1000 { return "\(bytes) B" }
    if bytes < 1_000_000 { return "\(bytes / 1000) KB" }
    if bytes < 1_000_000_000 { return "\(bytes / 1_000_000) MB" }
    let tenths = bytes / 100_000_000
    return "\(tenths / 10).\(tenths % 10) GB"
  }
}
