/** Invented towns, countries and teams: no market of the simulator is about a real one. Codes are unique within a list. */
export const towns = [
  { code: 'AVE', name: 'Port Avelline' },
  { code: 'QUI', name: 'Quillhaven' },
  { code: 'BRA', name: 'Brackwater' },
  { code: 'SOL', name: 'Solmere' },
  { code: 'TAR', name: 'Tarn Holloway' },
  { code: 'VEN', name: 'Venmark' },
  { code: 'OST', name: 'Ostrel Bay' },
  { code: 'LUN', name: 'Lunwick' },
  { code: 'DRE', name: 'Dremel Falls' },
  { code: 'HAL', name: 'Halden Cross' },
] as const;

export const countries = [
  { code: 'NOR', name: 'Norlund Isles' },
  { code: 'CAS', name: 'Castavia' },
  { code: 'MER', name: 'Meridia' },
  { code: 'ZEL', name: 'Zelkova' },
  { code: 'ARD', name: 'Ardenia' },
  { code: 'PEL', name: 'Pelorus Minor' },
] as const;

export const teams = [
  { code: 'AVG', name: 'Avelline Gulls' },
  { code: 'QUR', name: 'Quillhaven Rovers' },
  { code: 'BRO', name: 'Brackwater Otters' },
  { code: 'SOC', name: 'Solmere City' },
  { code: 'TAH', name: 'Tarn Herons' },
  { code: 'VEU', name: 'Venmark United' },
  { code: 'LUL', name: 'Lunwick Lanterns' },
  { code: 'DRM', name: 'Dremel Millers' },
  { code: 'HAW', name: 'Halden Wanderers' },
  { code: 'OSB', name: 'Ostrel Bay Buoys' },
] as const;

export const companies = [
  { code: 'GRT', name: 'Grandiflora Tea' },
  { code: 'HLX', name: 'Halyx Robotics' },
  { code: 'NBL', name: 'Nimbel Airships' },
  { code: 'PAX', name: 'Paxton & Moss Umbrellas' },
  { code: 'CLD', name: 'Clodhopper Footwear' },
  { code: 'ORB', name: 'Orbiculate Systems' },
] as const;
