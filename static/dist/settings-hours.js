import{A as s,C as t,D as e,a,c as o,h as n,j as l,k as i,l as r,o as h,r as u,s as d,t as p,v as c,w as g,x as _,y,z as $}from"./settings.js";import{D as m,G as b,I as w,q as k,t as v}from"./app.js";var f=new Intl.DateTimeFormat(b,{weekday:"long",timeZone:"UTC"}),D=c.map(s=>f.format(new Date(Date.UTC(2026,0,4+s))));function x({call:f,changed:x}){let z={shop:null},j=s=>(z.shop=s,$(s.hours)),C=h({read:async()=>j(await f("GET","/shop")),check:s=>Object.fromEntries(Object.entries(e(s)).map(([s,t])=>[s,w(`settings_hours.wrong_${t}`)])),write:async t=>j(await f("PATCH","/shop",{hours:s(t)})),changed:x}),T=s=>p(z.shop.time_zone,Date.parse(s),Date.now(),b,w),{dayRow:S,likeMonday:A}=function({form:s}){return{dayRow:e=>{let l=`days.${e}`,i=s.get(l),h=D[e-1],u=t=>s.set(l,t);return k`<li class="open-day">
${n(i.length>0,s=>u(s?[{...y}]:[]),h)}
<div class="day-ranges">
${0===i.length?k`<span class="thing-about">${w("settings_hours.rest")}</span>`:v}
${i.map((s,e)=>k`<div class="day-range">
${r(w("settings_hours.opens",{day:h}),s.opens,t=>u(i.with(e,{...s,opens:t})))}
<span aria-hidden="true">–</span>
${r(w("settings_hours.closes",{day:h}),s.closes,t=>u(i.with(e,{...s,closes:t})))}
${t(s)?k`<span class="chip">${w("settings_hours.next_day")}</span>`:v}
${i.length>1?k`<button type="button" class="icon-button" aria-label=${w("settings_hours.remove_range",{day:h,time:s.opens})} @click=${()=>u(i.toSpliced(e,1))}>${a("x")}</button>`:v}
${e===i.length-1&&i.length<g?k`<button type="button" class="icon-button" data-adds=".day-range:last-child input" aria-label=${w("settings_hours.add_range",{day:h})} title=${w("settings_hours.add_range",{day:h})} @click=${()=>u([...i,{opens:s.closes,closes:s.closes<"21:00"?"21:00":"23:00"}])}>${a("plus")}</button>`:v}
</div>`)}
${o(s,l)}
</div>
</li>`},likeMonday:()=>{let t=s.get("days.1");for(let e of[2,3,4,5])s.set(`days.${e}`,structuredClone(t))}}}({form:C}),E=function({form:s}){return(e,o,n)=>{let i=t=>s.set("holidays",n.with(o,{...e,...t})),h=e.name||e.date||String(o+1);return k`<li class="holiday">
<input class="input" type="date" aria-label=${w("settings_hours.date")} .value=${m(e.date)} @input=${s=>i({date:s.target.value})} />
<input
class="input"
aria-label=${w("settings_hours.holiday_name")}
placeholder=${w("settings_hours.holiday_example")}
maxlength=${40}
.value=${m(e.name)}
@input=${s=>i({name:s.target.value})}
/>
${l(w("settings_hours.that_day",{day:h}),[{value:"closed",label:w("settings_hours.rest")},{value:"open",label:w("settings_hours.other_hours")}],e.closed?"closed":"open",s=>i({closed:"closed"===s}))}
<button type="button" class="icon-button" aria-label=${w("settings_hours.remove_holiday",{day:h})} @click=${()=>s.set("holidays",n.toSpliced(o,1))}>${a("trash")}</button>
${e.closed?v:k`<div class="day-range">
${r(w("settings_hours.opens",{day:h}),e.opens,s=>i({opens:s}))}<span aria-hidden="true">–</span>
${r(w("settings_hours.closes",{day:h}),e.closes,s=>i({closes:s}))}
${t(e)?k`<span class="chip">${w("settings_hours.next_day")}</span>`:v}
</div>`}
</li>`}}({form:C});return{form:C,status:()=>z.shop?k`<span class="chip ${z.shop.open.now?"chip-ok":""}" id="hours-now"><span>${(()=>{let{open:s}=z.shop;return s.now?s.closes_at?w("settings_hours.open_until",{time:T(s.closes_at)}):w("settings_hours.open_always"):s.opens_at?w("settings_hours.closed_until",{time:T(s.opens_at)}):w("settings_hours.closed")})()}</span></span>`:v,body:()=>{let s=C.get("always"),t=C.get("holidays");return k`${i(w("settings_hours.when"),l(w("settings_hours.when"),[{value:"always",label:w("settings_hours.always")},{value:"week",label:w("settings_hours.by_week")}],s?"always":"week",s=>{if("week"===s&&c.every(s=>0===C.get(`days.${s}`).length))for(let s of[1,2,3,4,5])C.set(`days.${s}`,[{...y}]);C.set("always","always"===s)}),k`${w("settings_hours.when_intro")}
${w("settings_hours.clock",{zone:u(z.shop.time_zone,b,w),time:d(z.shop.time_zone,Date.now(),b)})}
<a href="/settings/shop">${w("settings_hours.change_zone")}</a>`)}
${s?v:k`${i(w("settings_hours.week"),k`<ul class="days">${c.map(S)}</ul>`,w("settings_hours.week_intro"),k`<button type="button" class="button" @click=${A}>${w("settings_hours.like_monday")}</button>`)}
${i(w("settings_hours.holidays"),k`${0===t.length?k`<p class="nothing-yet">${w("settings_hours.no_holidays")}</p>`:k`<ul class="holidays">${t.map(E)}</ul>`}
${o(C,"holidays")}`,w("settings_hours.holidays_intro"),t.length<_?k`<button type="button" class="button" data-adds=".holidays li:last-child input" @click=${()=>C.set("holidays",[...t,{date:"",name:"",closed:!0,...y}])}>
${a("plus")}${w("settings_hours.add_holiday")}
</button>`:v)}`}`}}}export{x as hoursPage};
