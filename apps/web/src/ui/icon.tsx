// The one list of small icons. They never stand alone: words are always beside them, so they are hidden from readers.
import {
  Accessibility,
  ArrowLeft,
  ArrowRight,
  BadgeCheck,
  Banknote,
  CalendarDays,
  Check,
  ChevronDown,
  ChevronUp,
  CircleAlert,
  CircleCheck,
  CircleHelp,
  Clock,
  Download,
  FileText,
  Heart,
  House,
  Info,
  Languages,
  Mail,
  MapPin,
  Menu,
  MessageCircle,
  Minus,
  Pencil,
  Phone,
  Plus,
  Printer,
  Search,
  Settings2,
  ShieldCheck,
  ShoppingBasket,
  Trash2,
  TriangleAlert,
  Upload,
  User,
  Users,
  Wallet,
  X,
} from 'lucide-react';
import type { ReactNode } from 'react';

const ICONS = {
  accessibility: Accessibility,
  alert: CircleAlert,
  back: ArrowLeft,
  badge: BadgeCheck,
  bank: Banknote,
  basket: ShoppingBasket,
  calendar: CalendarDays,
  check: Check,
  clock: Clock,
  close: X,
  document: FileText,
  done: CircleCheck,
  down: ChevronDown,
  download: Download,
  edit: Pencil,
  forward: ArrowRight,
  heart: Heart,
  help: CircleHelp,
  home: House,
  info: Info,
  languages: Languages,
  mail: Mail,
  menu: Menu,
  message: MessageCircle,
  minus: Minus,
  people: Users,
  person: User,
  phone: Phone,
  place: MapPin,
  plus: Plus,
  print: Printer,
  remove: Trash2,
  search: Search,
  settings: Settings2,
  shield: ShieldCheck,
  up: ChevronUp,
  upload: Upload,
  wallet: Wallet,
  warning: TriangleAlert,
} as const;

export type IconName = keyof typeof ICONS;

/** Where a page goes on or came from: mirrored where the language is. */
const POINTS: ReadonlySet<IconName> = new Set(['back', 'forward']);

export function Icon({ name, size = 22 }: { readonly name: IconName; readonly size?: number }): ReactNode {
  const Drawing = ICONS[name];
  return (
    <Drawing
      className={POINTS.has(name) ? 'sm-icon sm-icon--points' : 'sm-icon'}
      style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }}
      strokeWidth={2}
      aria-hidden="true"
      focusable="false"
    />
  );
}
