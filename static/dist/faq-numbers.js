import{c as e,f as t}from"./faq.js";import{H as a,J as s,Ja as l,K as n,N as r,r as o,s as d,u as i}from"./app.js";var c=({asked:e,answered:t,helpful:a,unhelpful:s})=>({coverage:e>0?t/e:null,hits:a+s>0?a/(a+s):null}),[u,f,h,m,$]=[220,44,18,56,26],p=new Intl.NumberFormat(a),b=new Intl.DateTimeFormat(a,{month:"numeric",day:"numeric",timeZone:"UTC"}),y=e=>null===e?"–":`${Math.round(100*e)}%`,g=(e,t,a,l)=>o`<figure class="faq-figure">
<figcaption><h3>${e}</h3><p class="field-hint">${t}</p></figcaption>
${a}
<details><summary>${s("faq_numbers.table")}</summary><div class="faq-table-scroll" tabindex="0" role="group" aria-label=${e}>${l}</div></details>
</figure>`;function q({days:t},a,l){let n=((e,t)=>e.map((a,s)=>{let l={asked:0,answered:0,helpful:0,unhelpful:0};for(let t of e.slice(Math.max(0,s-7+1),s+1))for(let e of Object.keys(l))l[e]+=t[e];return c(l)[t]}))(t,a),{key:r,now:q,change:v}=function(e){let t=e.filter(e=>null!==e),a=t.at(-1)??null;if(null===a)return{key:"none",now:a,change:null};if(t.length<8)return{key:"now",now:a,change:null};let s=Math.round(100*a)-Math.round(100*t[0]);return{key:s>0?"up":s<0?"down":"same",now:a,change:s}}(n),w=s(`faq_numbers.${a}_${r}`,{share:y(q),points:Math.abs(v??0)}),_=t.map(e=>({...e,share:c(e)[a]})),x=o`<table>
<thead><tr><th scope="col">${s("faq_numbers.day")}</th><th scope="col">${s("faq_numbers.asked")}</th><th scope="col">${s("coverage"===a?"faq_numbers.answered":"faq_numbers.helpful")}</th><th scope="col">${s("faq_numbers.share")}</th></tr></thead>
<tbody>${_.map(e=>o`<tr><th scope="row">${b.format(new Date(e.day))}</th><td>${p.format(e.asked)}</td><td>${p.format("coverage"===a?e.answered:e.helpful)}</td><td>${y(e.share)}</td></tr>`)}</tbody>
</table>`;return g(w,s(`faq_numbers.${a}_hint`),null===q?o`<p class="faq-note">${s("faq_numbers.nothing_yet")}</p>`:function(t,a,s,l){let n=[l-f-m,u-h-$],r=e(a,n[0],n[1],1).map(([e,t])=>[e+f,t+h]),c=r.at(-1),p=a.findLast(e=>null!==e)??null,g=e=>h+n[1]*(1-e),q=[...new Set([0,Math.floor((t.length-1)/2),t.length-1])];return o`<svg class="faq-curve" viewBox="0 0 ${l} ${u}" role="img" aria-label=${s}>
${[0,.5,1].map(e=>d`<line class="grid" x1=${f} x2=${l-m} y1=${g(e)} y2=${g(e)}></line><text x=${f-8} y=${g(e)+4} text-anchor="end">${100*e}%</text>`)}
${q.map(e=>d`<text x=${f+(t.length>1?e/(t.length-1)*n[0]:0)} y=${u-6} text-anchor="middle">${b.format(new Date(t[e].day))}</text>`)}
<polyline points=${r.map(([e,t])=>`${e.toFixed(1)},${t.toFixed(1)}`).join(" ")}></polyline>
${c?d`<circle cx=${c[0]} cy=${c[1]} r="3.5"></circle><text class="now" x=${c[0]+9} y=${c[1]+4}>${y(p)}</text>`:i}
</svg>`}(t,n,w,l),x)}function v(e){let{api:d,changed:u,app:f}=e,h={days:30,stats:null,hourly:null,failed:!1},m=async()=>{let e=h.days;try{let[t,a]=await Promise.all([d.stats(e),d.bot()]);if(e!==h.days)return;Object.assign(h,{stats:t,hourly:a.hourly_cost??null,failed:!1})}catch{h.failed=null===h.stats}u()};return m(),()=>o`<div class="faq-whole">
<header class="faq-head">
<button class="icon-button only-phone" aria-label=${s("common.back")} title=${s("common.back")} @click=${()=>e.go("entries",null)}>${r("chevron-left",22)}</button>
<h2 class="faq-whole-title">${s("faq_numbers.title")}</h2>
<div class="faq-does">
${l(s("faq.since"),t.map(e=>({value:String(e),label:n("faq.days",e)})),String(h.days),e=>{h.days=Number(e),m(),u()})}
</div>
</header>
<div class="faq-body">${(()=>{if(h.failed)return o`<p class="faq-note" role="alert">${s("faq.failed")} <button class="text-button" @click=${m}>${s("common.retry")}</button></p>`;if(!h.stats)return o`<p class="faq-note" role="status">${s("common.loading")}</p>`;let e=f.ui.narrow.value?300:680;return o`${function({answered:e,saved_minutes:t},l){let n=new Intl.NumberFormat(a,{maximumFractionDigits:1}).format(t/60);return o`<dl class="faq-tiles">
<div><dt>${s("faq_numbers.answered_alone")}</dt><dd>${p.format(e)}</dd></div>
<div><dt>${s("faq_numbers.hours")}</dt><dd>${n}</dd></div>
<div>
<dt>${s("faq_numbers.cost")}</dt>
<dd>${null===l?o`<a class="faq-tile-link" href="/settings/bot">${s("faq_numbers.say_cost")}</a>`:p.format(Math.round(t/60*l))}</dd>
</div>
</dl>`}(h.stats,h.hourly)} ${q(h.stats,"coverage",e)} ${q(h.stats,"hits",e)} ${function({categories:e}){let t=e.filter(e=>e.asked>0).sort((e,t)=>t.asked-e.asked);if(0===t.length)return i;let a=t[0].asked,l=e=>e||s("faq_numbers.no_category"),n=s("faq_numbers.most",{category:l(t[0].name)}),r=o`<table>
<thead><tr><th scope="col">${s("faq.category")}</th><th scope="col">${s("faq_numbers.asked")}</th><th scope="col">${s("faq_numbers.answered")}</th><th scope="col">${s("faq_numbers.share")}</th></tr></thead>
<tbody>${t.map(e=>o`<tr><th scope="row">${l(e.name)}</th><td>${p.format(e.asked)}</td><td>${p.format(e.answered)}</td><td>${y(c(e).coverage)}</td></tr>`)}</tbody>
</table>`,d=o`<ul class="faq-bars-list">
${t.slice(0,8).map(e=>o`<li><span class="cut">${l(e.name)}</span><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width=${e.asked/a*100} height="10"></rect><rect class="part" width=${e.answered/a*100} height="10"></rect></svg><span>${p.format(e.asked)}</span></li>`)}
</ul>`;return g(n,s("faq_numbers.category_hint"),d,r)}(h.stats)}`})()}</div>
</div>`}export{v as createNumbers};
