import { isPrimary } from '../material';
import type { Words } from '.';

const notes: Readonly<Record<string, string>> = {
  DEATH: 'muerte',
  VIOLENCE: 'violencia',
  SEXUAL_VIOLENCE: 'violencia sexual',
  FAMILY_SEPARATION: 'familias separadas',
  DETENTION_OF_CHILDREN: 'menores detenidos',
  DISTRESS: 'personas que sufren',
};

const kinds: Readonly<Record<string, string>> = {
  PERSON: 'una persona',
  ORGANIZATION: 'una organización',
  GOVERNMENT: 'un gobierno',
  AGENCY: 'un organismo público',
  COURT: 'un tribunal',
  GROUP: 'un grupo',
  PUBLICATION: 'una publicación',
};

const format = new Intl.ListFormat('es-MX');
const listed = (items: readonly string[]) => format.format(items);
const few = (names: readonly string[]) =>
  listed(names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} más`] : names);
const noted = (words: readonly string[]) => listed(words.map((word) => notes[word] ?? word));

export const spanish: Words = {
  lang: 'es',
  languageName: 'Español',
  activities: {
    SEQUENCE: {
      name: 'En orden',
      sentence:
        'El grupo ordena tarjetas de hechos por su fecha y luego pregunta qué muestra el orden y qué no puede mostrar.',
      task: [
        'Lee las tarjetas. Los años están en blanco.',
        'Pon las tarjetas en fila, la más antigua primero. Escribe abajo sus números.',
        'Traza una flecha donde creas que un hecho llevó al otro. Anota cómo lo podrías saber.',
      ],
      questions: [
        '¿Qué tarjeta fue difícil de colocar? ¿Por qué?',
        'Elige dos vecinas. ¿Qué tendrías que saber para decir que la primera llevó a la segunda?',
      ],
      keyNote: 'Este es el orden de las fechas. El orden por sí solo no muestra que un hecho llevara a otro.',
      plan: [
        'En parejas leen las tarjetas y las ponen en fila.',
        'Las parejas comparan su fila con la clave en el pizarrón. Trazan sus flechas.',
        'El grupo habla de dos flechas: ¿qué mostraría que un hecho llevó al otro?',
      ],
      rubric: [
        'Orden de los hechos',
        'Coloca pocas tarjetas.',
        'Coloca casi todas con ayuda.',
        'Coloca las tarjetas y explica las difíciles.',
        'Coloca las tarjetas y dice qué no muestra el orden.',
      ],
      refusal: (found) =>
        `Para poner hechos en orden hacen falta tres o más con fechas que no se crucen. Aquí hay ${found}.`,
    },
    ICEBERG: {
      name: 'Iceberg',
      sentence:
        'El grupo pone sobre el agua lo que se pudo ver, y bajo el agua las causas y condiciones que alguien nombra.',
      task: [
        'Ordena las tarjetas. ¿Qué pudo ver todo el mundo? Ponlo sobre el agua.',
        '¿Quién nombra una causa o duda de una? Pon esa tarjeta bajo el agua.',
        '¿Qué solo lo hizo posible? Pon esa tarjeta en el fondo.',
      ],
      questions: [
        '¿Qué tarjeta bajo el agua tiene el mejor apoyo? ¿Quién lo dice?',
        '¿Qué causa buscarías que no nombra ninguna tarjeta?',
      ],
      keyNote: 'Las tarjetas bajo el agua son afirmaciones. Acepte otro lugar si hay una razón.',
      plan: [
        'En grupos de tres ordenan las tarjetas y las ponen en la hoja.',
        'Cada grupo visita a otro y pregunta por una tarjeta que está en otro lugar.',
        'Todos nombran la causa con mejor apoyo y una que alguien pone en duda.',
      ],
      rubric: [
        'Hechos y causas',
        'Mezcla hechos y causas.',
        'Separa hechos y causas.',
        'Separa también causas y condiciones.',
        'Dice quién nombra cada causa y quién la pone en duda.',
      ],
      refusal: () => 'Un iceberg pide un hecho con dos o más causas en los datos. Aquí no hay ninguno.',
    },
    DIAMOND: {
      name: 'Diamante',
      sentence:
        'El grupo ordena por peso cuatro o nueve afirmaciones sobre causas y ve que no hay un solo orden bueno.',
      task: [
        'Lee cada tarjeta. ¿Quién habla? ¿Qué dice?',
        'Pon arriba la tarjeta que más pesa y abajo la que menos pesa.',
        'Las tarjetas de una fila pesan igual. Prepara tus razones.',
      ],
      questions: ['¿Por qué pesa más tu tarjeta de arriba?', '¿Qué tarjeta discutió tu grupo? ¿Qué ayudó a decidir?'],
      keyNote: 'No hay un solo orden bueno. Cuentan las razones, no el lugar.',
      plan: [
        'En grupos de tres leen las tarjetas y hacen su diamante.',
        'Los grupos comparan. Cada uno cambia una tarjeta o dice por qué no.',
        'Todos dicen qué da más peso a una afirmación: papeles, cercanía, otras voces.',
      ],
      rubric: [
        'Razones del orden',
        'Ordena sin razones.',
        'Da una razón para la de arriba.',
        'Da razones de las tarjetas para casi todas.',
        'Pesa pruebas y dudas, y puede cambiar el orden.',
      ],
      refusal: (found) =>
        `Un diamante pide un hecho con dos o más causas en los datos y al menos cuatro afirmaciones sobre ellas. Aquí hay ${found}.`,
    },
    WEIGHING: {
      name: 'A favor y en contra',
      sentence: 'El grupo pesa lo que se dice a favor y en contra de un vínculo entre dos hechos, y cuán seguro es.',
      task: [
        'Lee cada tarjeta. ¿Quién habla? ¿Qué dice?',
        'Ponla en su lugar: a favor del vínculo, sí pero, o en contra.',
        'Marca las dos tarjetas que más pesan. Di por qué.',
      ],
      questions: [
        '¿Qué tan seguro es que el primer hecho llevó al segundo? Usa dos tarjetas y otra causa.',
        '¿Qué te haría cambiar de idea?',
      ],
      keyNote: 'La clave dice qué hace cada voz con el vínculo. No dice quién tiene razón.',
      plan: [
        'En parejas ordenan las tarjetas.',
        'Dos parejas se juntan. Eligen las dos tarjetas que más pesan y leen las otras causas de la hoja.',
        'Todos forman una línea de “nada” a “por sí solo”: ¿dónde está este vínculo y por qué?',
      ],
      rubric: [
        'Pesar lo dicho',
        'Repite una voz.',
        'Separa a favor y en contra.',
        'Dice por qué una voz pesa más.',
        'Pesa los dos lados y dice cuán seguro es.',
      ],
      refusal: () => 'Para pesar hace falta un vínculo con una voz a favor y otra en contra. Aquí no hay ninguno.',
    },
    SOURCING: {
      name: '¿Quién lo dice?',
      sentence: 'El grupo pregunta de cada afirmación quién la hace, cómo lo sabe y si habla de primera mano.',
      task: [
        'Lee cada tarjeta. Subraya quién habla.',
        'Llena la tabla. Deja un hueco donde no lo puedes saber.',
        'Encierra en un círculo la voz en que más confías para esta pregunta.',
      ],
      questions: ['¿A quién no se oye en estas tarjetas?', 'Elige una tarjeta. ¿Qué leerías para revisarla?'],
      keyNote: 'Una fuente de primera mano está cerca del hecho. No por eso tiene razón ni es justa.',
      plan: [
        'En parejas llenan la tabla.',
        'Las parejas comparan dos filas y las corrigen.',
        'Todos hablan de la voz en que más confían y de quién no se oye.',
      ],
      rubric: [
        'Preguntas a las fuentes',
        'Nombra una voz.',
        'Dice quién habla y cuándo.',
        'Dice cómo lo puede saber.',
        'Dice qué puede querer y a quién más preguntar.',
      ],
      refusal: (found) => `Esto pide tres o más voces distintas, cada una con su fuente. Aquí hay ${found}.`,
    },
    WITHOUT_IT: {
      name: 'Sin este hecho',
      sentence: 'El grupo quita un hecho y mira cuáles de los que siguen tienen otra causa en los datos y cuáles no.',
      task: [
        'Tacha en la tabla el hecho que se quita.',
        'Mira lo que queda. ¿Tiene cada tarjeta todavía una causa en los datos?',
        'Escribe sí o no en la última columna. Luego busca qué cuelga de una tarjeta con no.',
      ],
      questions: [
        '¿Quiere decir “aquí no consta otra causa” que no la hubo? Explica.',
        '¿Qué causa buscarías ahora y dónde?',
      ],
      keyNote: 'La clave dice lo que consta aquí. No dice cómo habría sido el mundo.',
      plan: [
        'En parejas tachan el hecho y llenan la tabla.',
        'Las parejas ponen las tarjetas en la mesa y voltean las que ya no tienen causa en los datos.',
        'Todos hablan de la diferencia entre “no consta” y “no hubo”.',
      ],
      rubric: [
        'Varias causas',
        'Ve una causa.',
        'Halla otra causa en los datos.',
        'Sigue la cadena hasta el fin.',
        'Dice qué no muestra un hueco en los datos.',
      ],
      refusal: () =>
        'Para quitar un hecho hace falta que le siga otro con dos causas en los datos. Aquí no hay ninguno.',
    },
  },
  commonUse: null,
  levels: ['Qué se valora', '1 Al inicio', '2 En camino', '3 Seguro', '4 Fuerte'],
  rubric: [
    [
      'Quién lo dice',
      'No nombra a nadie.',
      'Nombra una voz.',
      'Nombra voces de los dos lados.',
      'Dice cuánto puede saber cada una.',
    ],
    [
      'Más de una causa',
      'Nombra una causa.',
      'Nombra dos causas.',
      'Compara dos causas.',
      'Dice cómo se juntan las causas y qué no se sabe.',
    ],
  ],
  opening: (asks) =>
    `Lean el título en voz alta. Cada quien escribe ${asks ? 'una primera respuesta' : 'qué cree que pasó y por qué,'} en una frase.`,
  closing: 'Cada quien escribe de nuevo su frase. ¿Qué cambió y qué tarjeta la cambió?',
  noOwnStories:
    'No pida a nadie que cuente su historia o la de su familia, ni que actúe como persona que pide protección.',
  titled: (activity, about) => `${activity}${activity.endsWith('?') ? '' : ':'} ${about}`,
  timed: (minutes, part) => `${minutes} min: ${part}`,
  speaksOf: (words) => `Las tarjetas o sus fuentes hablan de ${noted(words)}.`,
  leftOut: (count) =>
    count === 1
      ? 'Se deja fuera 1 hecho por su nota de contenido.'
      : `Se dejan fuera ${count} hechos por sus notas de contenido.`,
  subjectLeftOut: (words) =>
    `Se trata de un hecho con una nota de contenido: ${noted(words)}. Pídalo con withContentNotes: [${words.join(', ')}].`,
  whyLeftOut: (words) => `Lleva una nota de contenido: ${noted(words)}.`,
  recordedBy: {
    DOCUMENTED: 'Los documentos',
    ASSERTED: 'Alguien sin nombre',
    INFERRED: 'Estos datos, por fecha y tema',
  },
  rivals: 'Otras causas',
  rivalsOf: (title, isBeside) => `Qué${isBeside ? ' más' : ''} se dice que llevó a “${title}”`,
  noOtherCause: 'Aquí no constan otras causas. Eso no quiere decir que no las hubo.',
  moreCauses: (count) => (count === 1 ? 'Aquí no se muestra 1 causa más.' : `Aquí no se muestran ${count} causas más.`),
  cause: ({ title, evidence, saidBy, disputedBy }) => {
    const who =
      saidBy.length > 0
        ? `según ${few(saidBy)}`
        : {
            DOCUMENTED: 'según los documentos',
            ASSERTED: 'no consta quién lo dice',
            INFERRED: 'solo lo sugieren la fecha y el tema',
          }[evidence];
    return `“${title}” (${who}${disputedBy.length > 0 ? `; cuestionado por ${few(disputedBy)}` : ''})`;
  },
  card: 'Tarjeta',
  cardNumbers: (numbers) => `${numbers.length === 1 ? 'Tarjeta' : 'Tarjetas'} ${listed(numbers.map(String))}:`,
  date: 'Fecha',
  event: 'Hecho',
  evidence: 'Lo que consta',
  dated: (date, title) => `${title} (${date})`,
  earliest: 'primero',
  latest: 'último',
  linksBetween: 'Vínculos que constan entre estos hechos:',
  noLinksBetween: 'Aquí no consta ningún vínculo entre estos hechos.',
  weighsMost: 'pesa más',
  weighsLeast: 'pesa menos',
  iceberg: [
    'Sobre el agua: lo que se pudo ver',
    'Bajo el agua: causas que alguien nombra',
    'En el fondo: condiciones, y lo que llevó a las causas',
  ],
  emptyBox: (box) => `Ninguna tarjeta va en “${box}”. Pregunte al grupo por qué queda vacío.`,
  sides: ['A favor del vínculo', 'Sí, pero …', 'En contra del vínculo'],
  sourcing: ['Tarjeta', '¿Quién habla?', '¿Cómo lo sabe?', '¿De primera mano?', '¿Qué puede querer?'],
  speaker: 'Quién dice qué',
  sourceHead: 'Dónde está',
  firstHand: '¿De primera mano?',
  primary: 'fuente primaria',
  reported: 'lo cuentan otros',
  speakerIs: ({ speaker, speakerKind }) => (kinds[speakerKind] ? `${speaker} (${kinds[speakerKind]})` : speaker),
  withoutIt: ['Tarjeta', 'Causas que constan', '¿Queda una?'],
  takeAway: (number, title) => `Quita la tarjeta ${number}: “${title}”.`,
  stillCaused: (causes) => `Queda una causa en los datos: ${causes.join('; ')}.`,
  noOther: 'Aquí no consta otra causa.',
  fits: (cards) => `Da una clase con ${cards} tarjetas.`,
  askInstead: (selection) => `Esto sí se puede: ${selection}.`,
  didItLead: (from, to) => `¿Llevó “${from}” a “${to}”?`,
  said: (speaker, date, text) => `${speaker}${date === null ? '' : ` (${date})`}: ${text}`,
  stances: {
    ASSERTS: 'Habla a favor del vínculo.',
    DISPUTES: 'Pone en duda el vínculo.',
    DENIES: 'Niega el vínculo.',
    QUALIFIES: 'Tiene reservas sobre el vínculo.',
  },
  hedge: (word) => `Vea la palabra que lo suaviza: “${word}”.`,
  source: ({ title, publisher, kind }) =>
    `${publisher === null ? title : `${publisher}, “${title}”`}${kind === 'PRIMARY' ? ' (primaria)' : ''}`,
  sources: (sources) => `Fuente: ${sources.join('; ')}.`,
  reasoning: (item) => {
    const { link } = item;
    if (item.of === 'claim' && item.claim.stance === 'QUALIFIES')
      return 'Ejemplo de razón: tiene una reserva, así que puede bajar una causa sin negarla.';
    if (item.of === 'claim' && item.claim.stance !== 'ASSERTS')
      return 'Ejemplo de razón: duda de una causa. Pesa mucho si quien habla está cerca de los hechos.';
    if (link.words.disputedBy.length > 0)
      return `Ejemplo de razón: alguien lo dice, pero es cuestionado por ${listed(link.words.disputedBy)}; puede quedar en medio.`;
    if (link.evidence === 'DOCUMENTED')
      return 'Ejemplo de razón: lo dice un texto oficial o quien decidió, así que puede quedar arriba.';
    if (link.evidence === 'INFERRED')
      return 'Ejemplo de razón: solo lo sugieren la fecha y el tema, así que puede quedar abajo.';
    if (item.of === 'claim' && item.claim.hedge !== null)
      return `Ejemplo de razón: lo dice alguien con nombre, pero con “${item.claim.hedge}”, que es menos que un sí.`;
    if (item.of === 'claim' && isPrimary(item.claim))
      return 'Ejemplo de razón: lo dice una fuente primaria. Pregunte qué puede querer antes de ponerlo arriba.';
    return 'Ejemplo de razón: lo dice alguien con nombre. Pregunte cómo lo sabe antes de ponerlo arriba.';
  },
  parts: {
    cards: 'Tarjetas para recortar',
    key: 'Clave',
    rubric: 'Rúbrica',
    plan: 'Plan',
    glossary: 'Palabras difíciles',
    name: 'Nombre',
    date: 'Fecha',
    teacherOnly: 'Solo para quien enseña',
  },
  minutes: (minutes) => `${minutes} minutos`,
  made: (seed, citation) => `Hoja ${seed}. ${citation}`,
  teach: {
    title: 'Para la clase',
    intro:
      'Cada paquete se hace con hechos, vínculos y afirmaciones de los datos: una hoja de una página, tarjetas para recortar, una clave, una rúbrica, un plan y una lista de palabras difíciles.',
    whyNoOwnStories:
      'Ninguna hoja pide a nadie su historia o la de su familia, ni que actúe como persona que pide protección. Hay quien ha vivido esto, y en la clase no se puede negar a contarlo. Actuarlo haría un juego de lo que otros tuvieron que probar.',
    activities: 'Seis actividades',
    packs: 'Paquetes listos para los relatos',
    eventPacks: 'Paquetes listos',
    contentNotes: (words) => `Con hechos que hablan de ${noted(words)}:`,
    offline: 'Imprima un paquete o guarde su página. Después no necesita internet.',
    language: 'Idioma',
    show: 'Mostrar',
    seed: 'Número de hoja',
    back: 'Todas las actividades y los paquetes',
    home: 'A las historias, la línea de tiempo y las cifras',
    print: 'Imprima esta página en blanco y negro, en A4 o carta.',
    notHere: 'No se puede con este relato:',
    first: 'Una clase de cincuenta minutos para empezar',
  },
};
