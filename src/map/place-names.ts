/** A name printed on the chart. */
export interface PlaceName {
  readonly text: string;
  readonly lon: number;
  readonly lat: number;
  readonly kind: 'sea' | 'bay' | 'country';
  /** Shown from this zoom up to, but not including, `maxZoom`. */
  readonly minZoom: number;
  readonly maxZoom: number;
}

const name = (
  kind: PlaceName['kind'],
  text: string,
  lon: number,
  lat: number,
  minZoom: number,
  maxZoom: number,
): PlaceName => ({ kind, text, lon, lat, minZoom, maxZoom });

/**
 * Waters and countries on the way from the Sea of Japan by the Yellow Sea, Vung Tau and Suez to the Baltic.
 * The place is where the words stand, not a point of the thing. Where usage differs both names are given.
 * Important names first: on a crowded chart the later ones give way.
 */
export const PLACE_NAMES: readonly PlaceName[] = [
  name('sea', 'Sea of Japan (East Sea)', 134.6, 40.2, 4, 6.5),
  name('sea', 'Sea of Japan (East Sea)', 132.15, 41.15, 6.5, 10),
  name('sea', 'Yellow Sea', 123.4, 35.6, 4, 9),
  name('sea', 'East China Sea', 125, 29.5, 4, 9),
  name('sea', 'Philippine Sea', 133, 20, 3, 8),
  name('sea', 'South China Sea', 114, 13.5, 3, 8),
  name('sea', 'Sea of Okhotsk', 149, 53.5, 3, 8),
  name('sea', 'Bering Sea', -178, 58, 3, 7),
  name('sea', 'Pacific Ocean', 160, 30, 0, 5),
  name('sea', 'Pacific Ocean', -140, 10, 0, 5),
  name('sea', 'Indian Ocean', 78, -8, 0, 6),
  name('sea', 'Atlantic Ocean', -38, 28, 0, 6),
  name('sea', 'South Atlantic Ocean', -12, -26, 0, 6),
  name('sea', 'Arctic Ocean', 60, 80, 1, 5),
  name('sea', 'Arabian Sea', 64, 14, 3, 8),
  name('sea', 'Bay of Bengal', 88, 14, 3, 8),
  name('sea', 'Red Sea', 38.2, 20.5, 4, 9),
  name('sea', 'Mediterranean Sea', 18.5, 35, 3, 8),
  name('sea', 'Black Sea', 34.5, 43.2, 4, 9),
  name('sea', 'Sea of Azov', 36.6, 46.1, 6, 10),
  name('sea', 'Baltic Sea', 19.3, 57.2, 4, 9),
  name('sea', 'North Sea', 3, 56.2, 4, 9),
  name('sea', 'Barents Sea', 40, 74, 3, 8),
  name('bay', 'Peter the Great Bay', 132.02, 42.5, 6.7, 10.5),
  name('bay', 'East Korea Bay', 128.4, 39.4, 6, 10),
  name('bay', 'West Korea Bay', 123.9, 39.1, 6, 10),
  name('bay', 'Bohai Sea', 119.6, 38.6, 5, 10),
  name('bay', 'Korea Strait', 129.35, 34.35, 6, 10),
  name('bay', 'La Perouse Strait', 142, 45.75, 7, 11),
  name('bay', 'Tatar Strait', 140.9, 48.1, 5, 9),
  name('bay', 'Tsugaru Strait', 140.45, 41.35, 7.5, 11),
  name('bay', 'Amur Bay', 131.72, 43.2, 8.6, 12),
  name('bay', 'Ussuri Bay', 132.18, 43.1, 8.6, 12),
  name('bay', 'Taiwan Strait', 119.6, 24.4, 5, 10),
  name('bay', 'Gulf of Tonkin', 107.7, 19.8, 5, 10),
  name('bay', 'Gulf of Thailand', 101.8, 9.6, 5, 10),
  name('bay', 'Strait of Malacca', 99.8, 4.1, 5, 9),
  name('bay', 'Gulf of Aden', 47.8, 12.2, 5, 10),
  name('bay', 'Gulf of Suez', 33.1, 28.9, 6.5, 11),
  name('bay', 'Gulf of Finland', 26, 59.85, 6, 10),
  name('country', 'RUSSIA', 132.6, 43.6, 6.4, 9.5),
  name('country', 'RUSSIA', 100, 62, 0, 5),
  name('country', 'RUSSIA', 136, 47.6, 4.2, 6.4),
  name('country', 'CHINA', 130.5, 42.88, 6.5, 9.5),
  name('country', 'CHINA', 126.6, 45.6, 4.2, 6.5),
  name('country', 'CHINA', 104, 35, 0, 5),
  name('country', 'DPRK', 129.95, 42.42, 6.5, 9.5),
  name('country', 'DPRK', 126.8, 40.3, 4.6, 6.5),
  name('country', 'REPUBLIC OF KOREA', 127.9, 36.4, 5, 9),
  name('country', 'JAPAN', 138.1, 36.2, 3.4, 8),
  name('country', 'JAPAN', 142.6, 43.4, 5, 8),
  name('country', 'MONGOLIA', 104, 46.6, 3, 7),
  name('country', 'VIET NAM', 107.6, 13.9, 4, 8),
  name('country', 'PHILIPPINES', 121.4, 16.4, 4, 8),
  name('country', 'THAILAND', 101.2, 15.6, 4, 8),
  name('country', 'MALAYSIA', 102.3, 3.9, 5, 8),
  name('country', 'INDONESIA', 113.8, -1, 3, 7),
  name('country', 'INDIA', 78.6, 22, 2, 7),
  name('country', 'SRI LANKA', 80.7, 7.6, 5, 8),
  name('country', 'YEMEN', 47.6, 15.6, 4, 8),
  name('country', 'SAUDI ARABIA', 44.8, 24, 3, 7),
  name('country', 'EGYPT', 29.6, 26.6, 3, 8),
  name('country', 'TÜRKIYE', 34.2, 39, 4, 8),
  name('country', 'UKRAINE', 31.6, 49, 4, 8),
  name('country', 'SOUTH AFRICA', 23.5, -30, 3, 8),
  name('country', 'AUSTRALIA', 134, -25, 1, 6),
  name('country', 'UNITED STATES', -100, 40, 1, 6),
  name('country', 'BRAZIL', -52, -10, 1, 6),
];
