/// The cyclic redundancy check of zip archives: CRC-32, reflected polynomial 0xEDB88320.
///
/// Source: ISO/IEC/IEEE 8802-3 and PKWARE's APPNOTE 4.4.7; by a table of 256 remainders.
enum Checksum {
  private static let remainders: [UInt32] = (0..<256).map { byte in
    var remainder = UInt32(byte)
    for _ in 0..<8 {
      remainder = remainder & 1 == 1 ? remainder >> 1 ^ 0xEDB8_8320 : remainder >> 1
    }
    return remainder
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var remainder: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      remainder = remainder >> 8 ^ remainders[Int(UInt8(truncatingIfNeeded: remainder) ^ byte)]
    }
    return ~remainder
  }
}
